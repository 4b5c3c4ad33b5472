import { useMutation } from '@tanstack/react-query';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** The text being written in a conversation, and the sending of it; a failed call keeps the text and may be repeated. */
export function useReply(conversation: ConversationView, quoteMessageId: number | null, onSent: () => void) {
  const api = useApi();
  const conversationId = conversation.id;
  const [draft, change] = useKeptDraft(conversationId, conversation.draft);
  const reply = useMutation({
    mutationFn: (sent: { text: string; requestId: string }) =>
      api.chats.reply({ conversationId, ...sent, ...(quoteMessageId === null ? {} : { quoteMessageId }) }),
    onSuccess: (answer, sent) => {
      if (!answer.ok) return;
      onSent();
      // What was typed on while the answer came stays.
      change((now) => ({ ...now, text: now.text === sent.text ? '' : now.text, requestId: crypto.randomUUID() }));
    },
  });
  const setText = (text: string) => {
    // A changed text is another message. After a call without answer, the old text's name must not stand for the new one.
    const requestId = reply.isIdle ? draft.requestId : crypto.randomUUID();
    if (!reply.isPending) reply.reset();
    change((now) => ({ ...now, text, requestId }));
  };
  const refusal: Reason | null = reply.data?.ok === false ? reply.data.reason : null;
  const send = () => reply.mutate({ text: draft.text, requestId: draft.requestId });
  return { text: draft.text, setText, send, refusal, failed: reply.isError, isPending: reply.isPending };
}
