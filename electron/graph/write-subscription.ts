import { callGraph, type GraphAccess } from './graph-call.ts';
import { WHATSAPP_OBJECT } from './read-subscriptions.ts';
import { type Done, settleDone } from './settle-done.ts';

/**
 * `POST /{app}/subscriptions`, with the app's own token: where the app's webhooks go, and which fields it asks for (all of them: what is not named is no longer
 * asked for). Meta calls the address before it answers, which takes its time.
 */
export async function writeSubscription(
  access: GraphAccess,
  appId: string,
  { callbackUrl, verifyToken, fields }: { callbackUrl: string; verifyToken: string; fields: readonly string[] },
): Promise<Done> {
  const body = { object: WHATSAPP_OBJECT, callback_url: callbackUrl, verify_token: verifyToken, fields: fields.join(','), include_values: true };
  return settleDone(await callGraph({ access, path: `${encodeURIComponent(appId)}/subscriptions`, body, timeoutMs: 45_000, hide: [verifyToken] }));
}
