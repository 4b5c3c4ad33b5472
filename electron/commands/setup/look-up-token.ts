import type { AccountAtMeta, NumberAtMeta, TokenAtMeta } from '../../../shared/contract/setup.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { debugToken, type TokenFacts } from '../../graph/debug-token.ts';
import { explainFailure, type Explained } from '../../graph/explain-failure.ts';
import type { GraphAccess } from '../../graph/graph-call.ts';
import { listPhoneNumbers } from '../../graph/list-phone-numbers.ts';
import { readAccount } from '../../graph/read-account.ts';
import { readCoexistence } from '../../graph/read-coexistence.ts';
import type { NumberFacts } from '../../graph/read-number-facts.ts';

/** What Shopbell asks of a token: to send; to read and set the account; to read the catalogue. */
const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management', 'catalog_management'] as const;
const [SENDS, MANAGES] = NEEDED;

const HOUR_MS = 60 * 60 * 1000;
/** The dashboard's token is given for 24 hours, counted from when it was made. */
const TEMPORARY_MS = 25 * HOUR_MS;
const SOON_MS = 7 * 24 * HOUR_MS;

/**
 * Asks Meta about an access token, and about the accounts and numbers that it leads to. Refused where Meta does not know it as valid, or it can never be of
 * use: of the wrong kind, or without the right to send. What it lacks beside that is told in `lacking`, what will make trouble in `reason`.
 * @param access bears the token that is asked about
 * @param appToken the app's own, where it is known: it may ask about a token that may ask nothing itself
 * @param knownWabaId asked too where the token names no account; empty: none is known
 */
export async function lookUpToken(
  access: GraphAccess,
  appToken: GraphAccess | null,
  knownWabaId: string,
  now: number,
): Promise<{ ok: true; token: TokenAtMeta } | Explained> {
  const own = await debugToken(access, access.accessToken);
  const other = own.ok || own.kind !== 'refused' || appToken === null ? null : await debugToken(appToken, access.accessToken);
  // Where the app may not ask either, what the token itself was told says more.
  const answer = other?.ok ? other : own;
  if (!answer.ok) return explainFailure(answer);
  const facts = answer.token;
  if (!facts.valid) return { ok: false, reason: facts.fault?.reason ?? 'token-refused', details: facts.fault?.details ?? null };
  const kind = kindOf(facts, now);
  if (kind === 'other') return { ok: false, reason: 'token-wrong-kind', details: facts.type };
  const lacking = NEEDED.filter((scope) => !facts.scopes.includes(scope));
  if (lacking.includes(SENDS)) return { ok: false, reason: 'permission-missing', details: lacking.join(', ') };
  const named = facts.wabaIds.length > 0 ? facts.wabaIds : [knownWabaId].filter((id) => id !== '');
  const accounts = await Promise.all(named.map((wabaId) => lookUpAccount(access, wabaId)));
  return {
    ok: true,
    token: {
      checkedAt: now,
      kind,
      valid: true,
      expiresAt: facts.expiresAt,
      appId: facts.appId,
      appName: facts.appName,
      lacking,
      accounts,
      reason: troubleOf(kind, facts.expiresAt, lacking, accounts, now),
    },
  };
}

function kindOf({ type, expiresAt, issuedAt }: TokenFacts, now: number): TokenAtMeta['kind'] {
  if (type === 'SYSTEM_USER') return 'system-user';
  if (type !== 'USER') return 'other';
  return expiresAt !== null && expiresAt - (issuedAt ?? now) <= TEMPORARY_MS ? 'temporary' : 'user';
}

function troubleOf(
  kind: TokenAtMeta['kind'],
  expiresAt: number | null,
  lacking: readonly string[],
  accounts: readonly AccountAtMeta[],
  now: number,
): Reason | null {
  if (kind === 'temporary') return 'token-temporary';
  if (lacking.includes(MANAGES)) return 'permission-missing';
  if (accounts.length === 0) return 'no-account';
  if (expiresAt !== null && expiresAt - now < SOON_MS) return 'token-expiring';
  return lacking.length > 0 ? 'permission-missing' : (accounts.find((account) => account.fault !== null)?.fault ?? null);
}

async function lookUpAccount(access: GraphAccess, wabaId: string): Promise<AccountAtMeta> {
  const [account, listed] = await Promise.all([readAccount(access, wabaId), listPhoneNumbers(access, wabaId)]);
  const name = account.ok ? account.account.name : null;
  if (!listed.ok) return { wabaId, name, numbers: [], fault: explainFailure(listed).reason };
  return { wabaId, name, numbers: await Promise.all(listed.numbers.map((number) => viewNumber(access, number))), fault: null };
}

async function viewNumber(access: GraphAccess, { phoneNumberId, display, verifiedName, status, platform, quality }: NumberFacts): Promise<NumberAtMeta> {
  const onBusinessApp = await readCoexistence(access, phoneNumberId);
  return { phoneNumberId, display, verifiedName, status, platform, quality, onBusinessApp };
}
