import type { Reason } from '../../shared/domain/reason.ts';
import { breathe } from '../breathe.ts';
import type { ImportCount } from '../inbound/receive-webhook.ts';
import { splitPayloads } from '../inbound/split-payloads.ts';
import { diskReason } from '../store/disk-error.ts';

/** Bodies a transaction. */
const AT_ONCE = 100;

/** The event loop is given back between parts, so that webhooks and pages do not wait for a large file. */
export async function importPayloads(
  text: string,
  take: (bodies: readonly Buffer[]) => ImportCount,
): Promise<({ ok: true } & ImportCount) | { ok: false; reason: Reason }> {
  const count: ImportCount = { read: 0, known: 0, unread: 0 };
  let waiting: Buffer[] = [];
  const flush = async () => {
    const taken = take(waiting);
    waiting = [];
    count.read += taken.read;
    count.known += taken.known;
    count.unread += taken.unread;
    await breathe();
  };
  try {
    for (const body of splitPayloads(text)) {
      if (body === null) count.unread += 1;
      else if (waiting.push(body) === AT_ONCE) await flush();
    }
    if (waiting.length > 0) await flush();
  } catch (error) {
    const reason = diskReason(error);
    if (reason === null) throw error;
    return { ok: false, reason };
  }
  return count.read + count.known === 0 ? { ok: false, reason: 'bad-payloads' } : { ok: true, ...count };
}
