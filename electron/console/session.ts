import { isLinkToken, isSession, markOf, signLinkToken, signSession } from './sign-tokens.ts';
import { createTokenBucket } from '../../shared/domain/token-bucket.ts';

const LIFETIME = 180 * 24 * 60 * 60;

export type Session = {
  /** A token for a link, good for the life of this process. */
  newToken(): string;
  /** `Set-Cookie` for whoever shows a right token; `refused` for a wrong one; `too-many` when wrong ones come too fast. */
  exchange(token: string): { ok: true; cookie: string } | { ok: false; reason: 'refused' | 'too-many' };
  /** True when the `Cookie` header carries a session of ours that has not ended. */
  isOpen(cookieHeader: string | undefined): boolean;
  /** `Set-Cookie` that begins the lifetime anew. */
  renew(): string;
};

/** Who may use the console: whoever came by a link once, and keeps the cookie that was given for it. */
export function createSession(options: { key: Buffer; bootId: string; now: () => number; randomBytes: (size: number) => Buffer }): Session {
  const { key, bootId, now, randomBytes } = options;
  const wrongTokens = createTokenBucket({ size: 10, perMinute: 10, now });
  const name = `shopbell_session_${markOf(key)}`;
  const nonce = () => randomBytes(16).toString('base64url');
  const newCookie = () => {
    const value = signSession(key, nonce(), now() + LIFETIME * 1000);
    // No `Secure`: this is http on loopback, where Safari would drop such a cookie.
    return `${name}=${value}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${LIFETIME}`;
  };
  return {
    newToken: () => signLinkToken(key, bootId, nonce()),
    exchange: (token) => {
      // The right token always enters: a noisy neighbour must not be able to lock the shop out.
      if (isLinkToken(key, bootId, token)) return { ok: true, cookie: newCookie() };
      return { ok: false, reason: wrongTokens.take() ? 'refused' : 'too-many' };
    },
    isOpen: (header) => readCookies(header ?? '', name).some((value) => isSession(key, value, now())),
    renew: newCookie,
  };
}

function readCookies(header: string, wanted: string): string[] {
  return header.split(';').flatMap((pair) => {
    const [name, value = ''] = pair.trim().split('=', 2);
    return name === wanted ? [value] : [];
  });
}
