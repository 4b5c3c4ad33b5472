import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a body carries the proof of one of the app secrets: `X-Hub-Signature-256: sha256=<hex HMAC-SHA256 over the raw bytes>`.
 * Two secrets are accepted while one is being replaced. An empty secret proves nothing and is never tried.
 * @param header the header's value, or undefined where it is missing
 */
export function verifySignature(body: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  if (!isSignature(header)) return false;
  const given = Buffer.from(header.slice('sha256='.length), 'hex');
  let proved = false;
  for (const secret of secrets) {
    if (secret !== '' && timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given)) proved = true;
  }
  return proved;
}

/** Whether a header has the form of a signature at all; without it a body need not even be read. */
export function isSignature(header: string | undefined): header is string {
  return header !== undefined && /^sha256=[0-9a-fA-F]{64}$/.test(header);
}

/** Compares two texts in constant time; an empty expectation matches nothing. */
export function sameSecret(given: string, expected: string | null): boolean {
  if (expected === null || expected === '') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
