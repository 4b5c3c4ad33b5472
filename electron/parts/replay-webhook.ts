import { createHmac } from 'node:crypto';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

type Deps = {
  store: Pick<Store, 'webhookLog'>;
  /** Where the practice shop takes webhooks, and what proves them there; null while it does not run. */
  door: { url: string; appSecret: string } | null;
};

const PATIENCE_MS = 20_000;

/** Gives a webhook to the practice shop, byte for byte, by its own webhook server and signed with its own secret. */
export async function replayWebhook({ store, door }: Deps, id: number): Promise<{ ok: true } | Refused> {
  const logged = store.webhookLog.body(id);
  if (!logged) return { ok: false, reason: 'not-found' };
  if (!door) return { ok: false, reason: 'practice-closed' };
  const body = new Uint8Array(logged.body);
  const signature = `sha256=${createHmac('sha256', door.appSecret).update(body).digest('hex')}`;
  try {
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    const response = await fetch(door.url, { method: 'POST', body, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.arrayBuffer();
    return response.ok ? { ok: true } : { ok: false, reason: 'disk-failed' };
  } catch {
    return { ok: false, reason: 'practice-closed' };
  }
}
