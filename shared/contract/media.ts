import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, refused } from './common.ts';

const done = z.union([z.object({ ok: z.literal(true) }), refused]);

export const mediaContract = {
  /**
   * Announces a file that is to be sent: refused before a byte crosses where WhatsApp would not take it (`media-too-large`, `media-type`). `as` is what it
   * can be sent as, the likeliest first. A file that is not named in a message within an hour is forgotten.
   */
  begin: oc
    .input(z.object({ name: z.string().max(300), mimeType: z.string().max(200), size: z.int().positive() }))
    .output(
      z.union([
        z.object({ ok: z.literal(true), uploadId: z.string(), as: z.array(z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker'])) }),
        refused,
      ]),
    ),
  /** The next part of it: base64 of at most 512 KB, from `offset` (bytes) on. `whole`: nothing is missing any more. */
  chunk: oc
    .input(z.object({ uploadId: z.string().max(64), offset: z.int().nonnegative(), base64: z.string().max(720_000) }))
    .output(z.union([z.object({ ok: z.literal(true), whole: z.boolean() }), refused])),
  cancel: oc.input(z.object({ uploadId: z.string().max(64) })).output(done),
  /** Fetches a message's file (again): one that failed, or that was too large to be fetched unasked. */
  fetch: oc.input(z.object({ mediaId: id })).output(done),
};
