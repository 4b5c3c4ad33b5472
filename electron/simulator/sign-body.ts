import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';

/** Everything outside ASCII, and the ASCII characters in which receivers who re-write the JSON have seen their signatures fail. */
const ESCAPED = /[\u0080-\uffff@<%]/g;

/**
 * JSON as Meta writes it: slashes with a backslash, everything outside ASCII as lower-case \u escapes (surrogates one by one).
 * The result is pure ASCII and means the same.
 */
export function writeAsMeta(value: unknown): Buffer {
  const json = JSON.stringify(value).replaceAll('/', '\\/');
  return Buffer.from(
    json.replaceAll(ESCAPED, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'latin1',
  );
}

/** `X-Hub-Signature-256` of a body: over its very bytes, keyed with the app secret. */
export function signBody(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
