import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A link's token: `<nonce>.<proof>`, good for the boot that it names in its proof, for whoever has the key. So a second process with
 * the key and the boot's id can make one without talking to the first. `nonce` is any text without a dot.
 */
export function signLinkToken(key: Buffer, bootId: string, nonce: string): string {
  return `${nonce}.${prove(key, `link:${bootId}:${nonce}`)}`;
}

export function isLinkToken(key: Buffer, bootId: string, token: string): boolean {
  const [nonce = '', proof = '', ...rest] = token.split('.');
  return nonce !== '' && rest.length === 0 && isSame(proof, prove(key, `link:${bootId}:${nonce}`));
}

/** A cookie's value: `<nonce>.<ms since epoch when it ends>.<proof>`. No boot in it: it survives restarts. */
export function signSession(key: Buffer, nonce: string, endsAt: number): string {
  return `${nonce}.${endsAt}.${prove(key, `session:${nonce}:${endsAt}`)}`;
}

export function isSession(key: Buffer, value: string, now: number): boolean {
  const [nonce = '', endsAt = '', proof = '', ...rest] = value.split('.');
  if (nonce === '' || rest.length > 0 || !/^\d{1,15}$/.test(endsAt)) return false;
  return isSame(proof, prove(key, `session:${nonce}:${endsAt}`)) && Number(endsAt) > now;
}

/** A short mark of the key, for the cookie's name: cookies know no ports, and two consoles on one computer must leave each other's alone. */
export function markOf(key: Buffer): string {
  return prove(key, 'cookie name').slice(0, 8);
}

function prove(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** In constant time for texts of equal length; proofs are all of one length. */
function isSame(given: string, right: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
