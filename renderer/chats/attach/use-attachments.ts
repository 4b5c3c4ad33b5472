import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { createAttachments } from './attachments.ts';
import { preparePicture } from './prepare-picture.ts';

/** The files that are about to be sent into a chat; they are forgotten when one leaves it. */
export function useAttachments(conversationId: number) {
  const api = useApi();
  const [attachments] = useState(() =>
    createAttachments({
      media: api.media,
      send: (content, quoteMessageId, requestId) =>
        api.chats.send({ conversationId, content, requestId, ...(quoteMessageId === null ? {} : { quoteMessageId }) }),
      prepare: preparePicture,
      newId: () => crypto.randomUUID(),
    }),
  );
  const list = useSyncExternalStore(attachments.subscribe, attachments.list);
  useEffect(() => attachments.clear, [attachments]);
  return { attachments, list };
}
