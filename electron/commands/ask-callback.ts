import { createHmac } from 'node:crypto';

/** Who answers at a callback: this shop, another Shopbell, another program, or nobody; `busy`: somebody who does not say now. */
export type CallbackOwner = 'own' | 'other-shopbell' | 'other' | 'nobody' | 'busy';

const PATIENCE_MS = 8_000;
/** What a Shopbell answers a probe with: an HMAC in hex. */
const MARK = /^[0-9a-f]{64}$/;

/**
 * Asks an address by `?probe=` who it is; nothing secret goes there. Never throws.
 * @param probeKey this shop's, hex as the webhook server uses it
 * @param nonce 8 to 64 letters, digits, - and _
 */
export async function askCallback(address: string, probeKey: string, nonce: string): Promise<CallbackOwner> {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return 'nobody';
  const url = new URL(address);
  url.searchParams.set('probe', nonce);
  try {
    // Free ngrok addresses show a page to browsers first unless they are told not to.
    const headers = { 'ngrok-skip-browser-warning': '1', 'user-agent': 'Shopbell' };
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await readStart(response);
    if (text === createHmac('sha256', probeKey).update(nonce).digest('hex')) return 'own';
    if (response.status === 200 && MARK.test(text)) return 'other-shopbell';
    // A Shopbell answers two probes a second.
    if (response.status === 429) return 'busy';
    // A tunnel's own page ("not found", "bad gateway") stands where nothing is at its other end.
    return response.status === 502 || response.status === 503 || response.status === 504 || response.headers.has('ngrok-error-code') ? 'nobody' : 'other';
  } catch {
    return 'nobody';
  }
}

/** So much is read of what may be anything. */
const ENOUGH = 4096;

async function readStart(response: Response): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length < ENOUGH) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(Buffer.from(value));
    length += value.length;
  }
  await reader?.cancel().catch(() => undefined);
  return Buffer.concat(parts).toString('utf8').trim();
}
