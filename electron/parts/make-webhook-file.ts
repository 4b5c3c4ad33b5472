import type { Masker } from '../../shared/domain/mask-personal.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { breathe } from '../breathe.ts';
import { diskFault } from '../files/keep-uploads.ts';
import type { keepExports } from '../files/keep-exports.ts';
import type { InspectDeps } from '../queries/list-webhooks.ts';
import { exportWebhook } from '../queries/view-webhook.ts';

export type MadeFile = { ok: true; path: string; filename: string } | Refused;
type Deps = InspectDeps & { exports: Pick<ReturnType<typeof keepExports>, 'make'>; masker: Masker; now: number };

/** Nobody's: an erased customer has nothing in it to be taken away. */
export const NOBODY = 0;
const DEFAULT_LAST = 200;

/**
 * Webhooks as a file of one JSON a line, the oldest first, personal data masked: those with the ids, or the last so many. It is written one body
 * after the other, so that what arrives meanwhile waits for none but one.
 */
export async function makeWebhookFile(deps: Deps, { ids, last }: { ids?: readonly number[] | undefined; last?: number | undefined }): Promise<MadeFile> {
  const wanted =
    ids?.toSorted((a, b) => a - b) ??
    deps.store.webhookLog
      .list({ before: null, limit: last ?? DEFAULT_LAST, open: false })
      .map(({ id }) => id)
      .toReversed();
  const filename = `shopbell-webhooks-${stampOf(deps.now)}.jsonl`;
  return handOut(deps.exports, filename, 'application/x-ndjson', async (write) => {
    let at = 0;
    for (const id of wanted) {
      const line = exportWebhook(deps, id, deps.masker);
      if (line !== null) {
        const bytes = Buffer.from(`${line}\n`);
        await write(bytes, at);
        at += bytes.length;
      }
      await breathe();
    }
    return at;
  });
}

/** Makes a file and lets the page fetch it; a disk that refuses is a reason. */
export async function handOut(
  exports: Deps['exports'],
  filename: string,
  mimeType: string,
  make: (write: (bytes: Uint8Array, at: number) => Promise<void>) => Promise<number>,
): Promise<MadeFile> {
  try {
    const made = await exports.make(NOBODY, filename, mimeType, (file) => make((bytes, at) => file.write(bytes, at)));
    return made ? { ok: true, path: made.url.slice(made.url.indexOf('export/')), filename } : { ok: false, reason: 'not-possible-here' };
  } catch (error) {
    const reason = diskFault(error);
    if (reason === null) throw error;
    return { ok: false, reason };
  }
}

/** "2026-11-25-1359", UTC. */
export function stampOf(now: number): string {
  return new Date(now).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
}
