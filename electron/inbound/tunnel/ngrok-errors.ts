import { tidyDetails, type TunnelFault } from './tunnel-fault.ts';

/** ngrok's numbers (https://ngrok.com/docs/errors/reference): those that a shop can meet. */
const KNOWN: Readonly<Record<number, Pick<TunnelFault, 'reason' | 'cure'>>> = {
  // Account: last payment failed, suspended.
  102: { reason: 'tunnel-limit', cure: 'person' },
  103: { reason: 'tunnel-limit', cure: 'person' },
  // Token: not one of ngrok's, of an old version, revoked.
  105: { reason: 'tunnel-token', cure: 'person' },
  106: { reason: 'tunnel-token', cure: 'person' },
  107: { reason: 'tunnel-token', cure: 'person' },
  // Too many agents at once: a session that broke off counts until ngrok has noticed, so it often passes by itself.
  108: { reason: 'tunnel-limit', cure: 'retry' },
  109: { reason: 'tunnel-token', cure: 'person' },
  // This address of the internet is not allowed by the account's own rules.
  115: { reason: 'tunnel-token', cure: 'person' },
  116: { reason: 'tunnel-token', cure: 'person' },
  // The agent inside this program is too old for ngrok.
  120: { reason: 'tunnel-missing', cure: 'person' },
  121: { reason: 'tunnel-missing', cure: 'person' },
  // The account's e-mail address is not confirmed.
  123: { reason: 'tunnel-token', cure: 'person' },
  // The address is already online: from another computer, or from our own session of a minute ago.
  334: { reason: 'tunnel-domain', cure: 'retry' },
  // A name that was not reserved, or by another account.
  319: { reason: 'tunnel-domain', cure: 'person' },
  320: { reason: 'tunnel-domain', cure: 'person' },
  // The month's traffic or requests are used up.
  725: { reason: 'tunnel-limit', cure: 'person' },
  727: { reason: 'tunnel-limit', cure: 'person' },
  // Too much just now.
  734: { reason: 'tunnel-limit', cure: 'retry' },
  // No account at all.
  4018: { reason: 'tunnel-token', cure: 'person' },
  // The domain is not the account's, or does not exist.
  15002: { reason: 'tunnel-domain', cure: 'person' },
  15013: { reason: 'tunnel-domain', cure: 'person' },
};

/**
 * Reads what the ngrok SDK threw: `errorCode` where it has one, else the code in its message, else no network.
 * ngrok repeats the token in some messages ("Your authtoken: ..."): `secret` is cut out of `details`.
 */
export function readNgrokError(error: unknown, secret: string): TunnelFault {
  const message = error instanceof Error ? error.message : String(error);
  const code = /ERR_NGROK_(\d+)/.exec(`${readErrorCode(error)} ${message}`)?.[1];
  const details = tidyDetails(message, secret);
  const known = code === undefined ? undefined : KNOWN[Number(code)];
  return { reason: 'tunnel-network', cure: 'retry', ...known, details };
}

function readErrorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'errorCode' in error ? String(error.errorCode) : '';
}
