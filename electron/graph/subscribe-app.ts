import { callGraph, type GraphAccess } from './graph-call.ts';
import { type Done, settleDone } from './settle-done.ts';

/**
 * `POST /{waba}/subscribed_apps`: the account's events flow to the token's app. With `override`, to that address instead of the app's: the app has to be
 * subscribed before, in a call of its own. Without it, an override that stands there is dropped.
 */
export async function subscribeApp(access: GraphAccess, wabaId: string, override?: { callbackUrl: string; verifyToken: string }): Promise<Done> {
  const path = `${encodeURIComponent(wabaId)}/subscribed_apps`;
  if (!override) return settleDone(await callGraph({ access, path, method: 'POST', timeoutMs: 20_000 }));
  const body = { override_callback_uri: override.callbackUrl, verify_token: override.verifyToken };
  return settleDone(await callGraph({ access, path, body, timeoutMs: 45_000, hide: [override.verifyToken] }));
}
