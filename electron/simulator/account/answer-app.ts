import type { GraphRequest } from '../answer-graph.ts';
import type { GraphAnswer, Refusal } from '../graph-answer.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';
import type { Asker } from './check-token.ts';
import { FIELDS, type PaperAccount } from './keep-account.ts';
import { readParameters } from './read-parameters.ts';
import type { VerifyCallback } from './verify-callback.ts';

export const DONE: GraphAnswer = { kind: 'json', status: 200, body: { success: true } };

const OBJECT = 'whatsapp_business_account';
const WRONG_KIND: Refusal = { code: 15, message: '(#15) This method must be called with an app access_token.' };
/** Of the fields of a subscription. */
const WEBHOOK_VERSION = 'v25.0';

const missing = (name: string): Refusal => ({ code: 100, message: `(#100) The parameter ${name} is required` });

const textsOf = (list: string | null): string[] | null =>
  list === null
    ? null
    : list
        .split(',')
        .map((field) => field.trim())
        .filter((field) => field !== '');

/** `GET`, `POST` and `DELETE /{app}/subscriptions`; with the app's own token alone. */
export async function answerSubscriptions(
  account: PaperAccount,
  request: GraphRequest,
  asker: Asker,
  verify: VerifyCallback,
): Promise<GraphAnswer | Refusal | null> {
  if (asker.kind !== 'app') return WRONG_KIND;
  const parameter = readParameters(request);
  const standing = account.subscription;
  if (request.method === 'GET') {
    const entry = standing && {
      object: OBJECT,
      callback_url: standing.url,
      active: true,
      fields: standing.fields.map((name) => ({ name, version: WEBHOOK_VERSION })),
    };
    return { kind: 'json', status: 200, body: { data: entry ? [entry] : [] } };
  }
  if (request.method !== 'POST' && request.method !== 'DELETE') return null;
  const object = parameter('object');
  const fields = textsOf(parameter('fields'));
  if (request.method === 'DELETE') {
    if (object !== null && object !== OBJECT) return { code: 100, message: `(#100) Param object must be one of {${OBJECT}}` };
    const left = standing && fields ? standing.fields.filter((field) => !fields.includes(field)) : [];
    account.subscription = standing && left.length > 0 ? { ...standing, fields: left } : null;
    return DONE;
  }
  if (object === null) return missing('object');
  if (object !== OBJECT) return { code: 100, message: `(#100) Param object must be one of {${OBJECT}}` };
  const unknown = fields?.find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) return { code: 100, message: `(#100) Param fields must be one of {${FIELDS.join(', ')}} - got "${unknown}".` };
  const url = parameter('callback_url');
  const verifyToken = parameter('verify_token');
  if (url === null || url === '') return missing('callback_url');
  if (verifyToken === null || verifyToken === '') return missing('verify_token');
  if (fields === null && standing === null) return missing('fields');
  const refusal = await verify({ url, verifyToken });
  if (refusal !== null) return refusal;
  // What is not named is no longer asked for; without any, those that stand there stay.
  account.subscription = { url, verifyToken, fields: fields ?? account.subscription?.fields ?? [] };
  return DONE;
}

/** What `GET /{app}` may be asked for. */
export function describeApp(): Record<string, unknown> {
  const { appId, appName } = PRACTICE_ACCOUNT;
  return { name: appName, link: `https://www.facebook.com/games/?app_id=${appId}`, category: 'Business', namespace: '', id: appId };
}
