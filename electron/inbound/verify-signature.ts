import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Which of the app secrets a body carries the proof of (`X-Hub-Signature-256: sha256=<hex HMAC-SHA256 over the raw bytes>`): its place in the list; null
 * where none. Two secrets are accepted while one is being replaced. An empty secret proves nothing and is never tried.
 * @param header the header's value, or undefined where it is missing
 */
export function provingSecret(body: Buffer, header: string | undefined, secrets: readonly string[]): number | null {
  if (!isSignature(header)) return null;
  const given = Buffer.from(header.slice('sha256='.length), 'hex');
  let place: number | null = null;
  // Every secret is tried, so that the time tells nothing.
  for (const [index, secret] of secrets.entries()) {
    if (secret !== '' && timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given)) place ??= index;
  }
  return place;
}

/** Whether a body carries the proof of one of the app secrets. */
export function verifySignature(body: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  return provingSecret(body, header, secrets) !== null;
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
