import { useState } from 'react';
import type { Reason } from '../../../shared/domain/reason.ts';
import { useAttachments } from '../attach/use-attachments.ts';

/** Sends what was recorded. After a lost cable it may be sent again, and goes out only once. */
export function useSendVoice(conversationId: number, onSent: () => void) {
  const { attachments, list } = useAttachments(conversationId);
  const [isSending, setSending] = useState(false);
  const item = list[0];
  const trouble: { refusal: Reason | null; failed: boolean } = { refusal: item?.reason ?? null, failed: !isSending && item?.state === 'lost' };
  return {
    isSending,
    trouble,
    send: async (file: File, quoteMessageId: number | null) => {
      setSending(true);
      if (attachments.list()[0]?.file !== file) {
        attachments.clear();
        await attachments.add([file], 'voice');
      }
      const sent = await attachments.sendAll(quoteMessageId);
      setSending(false);
      if (sent > 0) onSent();
    },
    forget: attachments.clear,
  };
}
