import type { GraphRequest } from '../answer-graph.ts';
import type { Refusal } from '../graph-answer.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';
import type { PaperAccount } from './keep-account.ts';
import { readParameters } from './read-parameters.ts';

/** Whose token a call bears: the app's own ("id|secret"), or the shop's. */
export type Asker = { kind: 'app' } | { kind: 'token' } | { kind: 'refused'; refusal: Refusal };

const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management', 'catalog_management'] as const;
export type Scope = (typeof SCOPES)[number];

/** The permissions of the shop's token, by Meta's names. */
export function scopesOf({ token }: PaperAccount): Scope[] {
  switch (token.kind) {
    case 'good':
    case 'temporary':
      return [...SCOPES];
    case 'lacking-messaging':
      return SCOPES.filter((scope) => scope !== 'whatsapp_business_messaging');
    case 'lacking-management':
      return SCOPES.filter((scope) => scope !== 'whatsapp_business_management');
    case 'lacking-catalogue':
      return SCOPES.filter((scope) => scope !== 'catalog_management');
  }
}

/** What the app's own token is refused with where the shop's is wanted. */
export const NO_APP_TOKEN: Refusal = { code: 200, message: '(#200) A user or system user access token is required to request this resource.' };

/** What a permission that is missing is refused with. */
export function lacks(account: PaperAccount, scope: Scope): Refusal | null {
  if (scopesOf(account).includes(scope)) return null;
  if (scope === 'whatsapp_business_messaging') return { code: 10, message: '(#10) Application does not have permission for this action' };
  return { code: 200, message: `(#200) You do not have the necessary permissions required to call this API. Missing permission: ${scope}` };
}

/** As Meta writes a time in the words of an expired session. */
function sessionTime(time: number): string {
  return new Date(time).toUTCString();
}

/** Why a token is no longer good; null: it is. */
export function tokenFault(account: PaperAccount, token: string, now: number): Refusal | null {
  if (token !== account.accessToken) return { code: 190 };
  const { expiresAt } = account.token;
  if (expiresAt === null || now < expiresAt) return null;
  const message = `Error validating access token: Session has expired on ${sessionTime(expiresAt)}. The current time is ${sessionTime(now)}.`;
  return { code: 190, subcode: 463, message };
}

/** The token of a call (header, or the parameter `access_token`), checked. */
export function whoAsks(account: PaperAccount, request: GraphRequest, now: number): Asker {
  const { authorization } = request;
  const given = authorization === undefined ? readParameters(request)('access_token') : authorization.replace(/^Bearer /, '');
  if (given === null) return { kind: 'refused', refusal: { code: 104 } };
  const [id, secret] = given.split('|');
  if (secret !== undefined) {
    if (id === PRACTICE_ACCOUNT.appId && secret === account.appSecret) return { kind: 'app' };
    return { kind: 'refused', refusal: { code: 190, message: 'Invalid OAuth access token signature.' } };
  }
  const refusal = tokenFault(account, given, now);
  return refusal === null ? { kind: 'token' } : { kind: 'refused', refusal };
}
