import { useMutation } from '@tanstack/react-query';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import type { SentText } from './chat-drafts.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/**
 * The text being written in a conversation, and the sending of it. The field is free at once, so that the next text can be written and sent while the
 * answer comes; texts go one after the other, and one that was refused or got no answer comes back into the field, under the same name.
 */
export function useReply(conversation: ConversationView, quoteMessageId: number | null, onSent: () => void) {
  const api = useApi();
  const conversationId = conversation.id;
  const { draft, change, putBack } = useKeptDraft(conversationId, conversation.draft);
  const reply = useMutation({
    scope: { id: `reply in ${conversationId}` },
    mutationFn: ({ text, requestId, quoteMessageId: quoted }: SentText) =>
      api.chats.reply({ conversationId, text, requestId, ...(quoted === null ? {} : { quoteMessageId: quoted }) }),
    onSuccess: (answer, sent) => {
      if (!answer.ok) putBack(sent);
    },
    onError: (_error, sent) => putBack(sent),
  });
  const setText = (text: string) => {
    if (!reply.isPending) reply.reset();
    // A changed text is another message: after a call without answer, the old text's name must not stand for the new one.
    change((now) => ({ ...now, text, requestId: crypto.randomUUID(), returned: 0 }));
  };
  const refusal: Reason | null = reply.data?.ok === false ? reply.data.reason : null;
  const send = () => {
    reply.mutate({ text: draft.text, requestId: draft.requestId, quoteMessageId });
    change((now) => ({ ...now, text: '', requestId: crypto.randomUUID(), returned: 0 }));
    onSent();
  };
  return { text: draft.text, setText, send, refusal, failed: reply.isError };
}
