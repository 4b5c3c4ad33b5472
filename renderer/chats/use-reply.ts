import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reason } from '../../shared/domain/reason.ts';
import { useApi, useAppView } from '../cable/ConnectionProvider.tsx';
import { draftOf, keepDraft } from './drafts.ts';

/** The text being written in a conversation, and the sending of it; a failed call keeps the text and may be repeated. */
export function useReply(conversationId: number, quoteMessageId: number | null, onSent: () => void) {
  const api = useApi();
  const key = `${useAppView()?.shop ?? ''} ${conversationId}`;
  const [draft, setDraft] = useState(() => draftOf(key));
  const reply = useMutation({
    mutationFn: (sent: { text: string; requestId: string }) =>
      api.chats.reply({ conversationId, ...sent, ...(quoteMessageId === null ? {} : { quoteMessageId }) }),
    onSuccess: (answer, sent) => {
      if (!answer.ok) return;
      onSent();
      keepDraft(key, { text: '', requestId: '' });
      // What was typed on while the answer came stays.
      setDraft((now) => (now.text === sent.text ? draftOf(key) : now));
    },
  });
  const setText = (text: string) => {
    // A changed text is another message. After a call without answer, the old text's name must not stand for the new one.
    const next = { text, requestId: reply.isIdle ? draft.requestId : crypto.randomUUID() };
    if (!reply.isPending) reply.reset();
    keepDraft(key, next);
    setDraft(next);
  };
  const refusal: Reason | null = reply.data?.ok === false ? reply.data.reason : null;
  return { text: draft.text, setText, send: () => reply.mutate(draft), refusal, failed: reply.isError, isPending: reply.isPending };
}
