import type { GraphAnswer, Refusal } from '../graph-answer.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';
import { type Asker, scopesOf, tokenFault } from './check-token.ts';
import type { PaperAccount } from './keep-account.ts';

const seconds = (time: number | null): number => (time === null ? 0 : Math.floor(time / 1000));

/** `GET /debug_token?input_token=…`, asked with the app's own token or with the shop's. */
export function answerDebugToken(account: PaperAccount, inputToken: string | null, asker: Asker, now: number): GraphAnswer | Refusal {
  if (asker.kind === 'refused') return asker.refusal;
  if (inputToken === null || inputToken === '') return { code: 100, message: '(#100) The parameter input_token is required' };
  const { appId, appName, userId, wabaId, catalogId } = PRACTICE_ACCOUNT;
  const tell = (data: object): GraphAnswer => ({ kind: 'json', status: 200, body: { data } });
  if (inputToken === `${appId}|${account.appSecret}`) return tell({ app_id: appId, type: 'APP', application: appName, is_valid: true, scopes: [] });
  if (inputToken !== account.accessToken) {
    const message = 'Invalid OAuth access token - Cannot parse access token';
    return tell({ error: { code: 190, message }, is_valid: false, scopes: [] });
  }
  const fault = tokenFault(account, inputToken, now);
  const scopes = scopesOf(account);
  const { kind, issuedAt, expiresAt } = account.token;
  return tell({
    app_id: appId,
    type: kind === 'temporary' ? 'USER' : 'SYSTEM_USER',
    application: appName,
    data_access_expires_at: kind === 'temporary' ? seconds(issuedAt + 90 * 24 * 60 * 60 * 1000) : 0,
    ...(fault === null ? {} : { error: { code: fault.code, message: fault.message, subcode: fault.subcode } }),
    expires_at: seconds(expiresAt),
    is_valid: fault === null,
    issued_at: seconds(issuedAt),
    scopes: [...scopes, 'public_profile'],
    granular_scopes: scopes.map((scope) => ({ scope, target_ids: [scope === 'catalog_management' ? catalogId : wabaId] })),
    user_id: userId,
  });
}
