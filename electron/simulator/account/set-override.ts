import type { GraphRequest } from '../answer-graph.ts';
import type { GraphAnswer, Refusal } from '../graph-answer.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';
import { isObject } from '../refuse-field.ts';
import { DONE } from './answer-app.ts';
import type { Callback, PaperAccount } from './keep-account.ts';
import { readParameters } from './read-parameters.ts';
import type { VerifyCallback } from './verify-callback.ts';

const LONGEST_OVERRIDE = 200;
const NOT_SUBSCRIBED: Refusal = {
  code: 100,
  message: '(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
};

/** An override that was asked for, or what is wrong with it. */
async function checkOverride(account: PaperAccount, url: string, verifyToken: string | null, verify: VerifyCallback): Promise<Callback | { refusal: Refusal }> {
  if (!account.subscribed) return { refusal: NOT_SUBSCRIBED };
  if (url.length > LONGEST_OVERRIDE)
    return { refusal: { code: 100, message: `(#100) Param override_callback_uri must be at most ${LONGEST_OVERRIDE} characters long.` } };
  if (verifyToken === null || verifyToken === '') return { refusal: { code: 100, message: '(#100) The parameter verify_token is required' } };
  const refusal = await verify({ url, verifyToken });
  return refusal === null ? { url, verifyToken } : { refusal };
}

/** `GET`, `POST` and `DELETE /{waba}/subscribed_apps`: a POST without an override subscribes, and drops one that stands there. */
export async function answerSubscribedApps(account: PaperAccount, request: GraphRequest, verify: VerifyCallback): Promise<GraphAnswer | Refusal | null> {
  const { appId, appName } = PRACTICE_ACCOUNT;
  const parameter = readParameters(request);
  switch (request.method) {
    case 'GET': {
      const override = account.overrides.account;
      const app = { whatsapp_business_api_data: { id: appId, name: appName, link: `https://www.facebook.com/games/?app_id=${appId}` } };
      return { kind: 'json', status: 200, body: { data: account.subscribed ? [{ ...app, ...(override && { override_callback_uri: override.url }) }] : [] } };
    }
    case 'POST': {
      const url = parameter('override_callback_uri');
      if (url === null || url === '') {
        account.subscribed = true;
        account.overrides.account = null;
        return DONE;
      }
      const checked = await checkOverride(account, url, parameter('verify_token'), verify);
      if ('refusal' in checked) return checked.refusal;
      account.overrides.account = checked;
      return DONE;
    }
    case 'DELETE':
      account.subscribed = false;
      account.overrides.account = null;
      return DONE;
    default:
      return null;
  }
}

/** `POST /{phone}` with `webhook_configuration`; an empty address drops the override. */
export async function configureNumber(account: PaperAccount, { body }: GraphRequest, verify: VerifyCallback): Promise<GraphAnswer | Refusal> {
  const configuration = isObject(body) ? body['webhook_configuration'] : undefined;
  const url = isObject(configuration) ? configuration['override_callback_uri'] : undefined;
  if (!isObject(configuration) || typeof url !== 'string') return { code: 100, message: '(#100) The parameter webhook_configuration is required' };
  if (url === '') {
    account.overrides.number = null;
    return DONE;
  }
  const verifyToken = configuration['verify_token'];
  const checked = await checkOverride(account, url, typeof verifyToken === 'string' ? verifyToken : null, verify);
  if ('refusal' in checked) return checked.refusal;
  account.overrides.number = checked;
  return DONE;
}
