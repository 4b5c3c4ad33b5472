import { fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

/** Of the object `whatsapp_business_account`: where the app's webhooks go, and which fields it asks for. */
export type AppSubscription = { callbackUrl: string | null; active: boolean; fields: string[] };

export const WHATSAPP_OBJECT = 'whatsapp_business_account';

/** `GET /{app}/subscriptions`, with the app's own token (`appAccess`); null: the app asks for nothing of WhatsApp. */
export async function readSubscriptions(access: GraphAccess, appId: string): Promise<{ ok: true; subscription: AppSubscription | null } | GraphFailure> {
  const answer = await callGraph({ access, path: `${encodeURIComponent(appId)}/subscriptions`, timeoutMs: 20_000 });
  if (!answer.ok) return answer;
  const found = objectsOf(fieldsOf(answer.body)?.['data']).find((entry) => textOf(entry['object']) === WHATSAPP_OBJECT);
  if (!found) return { ok: true, subscription: null };
  const fields = Array.isArray(found['fields']) ? found['fields'].flatMap((field) => textOf(field) ?? textOf(fieldsOf(field)?.['name']) ?? []) : [];
  return { ok: true, subscription: { callbackUrl: textOf(found['callback_url']), active: found['active'] !== false, fields } };
}
