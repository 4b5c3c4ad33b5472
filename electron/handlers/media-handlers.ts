import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

/** The files' part of the contract. */
export function mediaHandlers({ acting }: HandlerDeps) {
  const os = server.media;
  return {
    begin: os.begin.handler(({ context, input }) => acting(context, ({ files }) => files.uploads.begin(input))),
    chunk: os.chunk.handler(({ context, input }) =>
      acting(context, ({ files }) => files.uploads.chunk(input.uploadId, input.offset, Buffer.from(input.base64, 'base64'))),
    ),
    cancel: os.cancel.handler(({ context, input }) => acting(context, ({ files }) => files.uploads.cancel(input.uploadId).then(() => ({ ok: true }) as const))),
    fetch: os.fetch.handler(({ context, input }) =>
      acting(context, ({ files, store, feed }) => {
        const row = store.media.get(input.mediaId);
        if (!row || !files.ask(row.id)) return { ok: false, reason: 'not-found' } as const;
        const message = store.messages.get(row.message_id);
        if (message) feed.publish([{ kind: 'message', conversationId: message.conversation_id, messageId: message.id }]);
        return { ok: true } as const;
      }),
    ),
  };
}
