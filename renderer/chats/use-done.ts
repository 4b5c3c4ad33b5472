import { useMutation } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';

/** Says that what came in a chat needs no answer; the feed brings the chat back as it stands then. */
export function useDone(): { done: (conversationId: number) => void; isPending: boolean } {
  const api = useApi();
  const settle = useMutation({ mutationFn: (conversationId: number) => api.chats.done({ conversationId }) });
  return { done: (conversationId) => settle.mutate(conversationId), isPending: settle.isPending };
}
