import { callGraph, type GraphAccess } from './graph-call.ts';
import { type Done, settleDone } from './settle-done.ts';

/** `POST /{phone}`: the number's messages go to this address instead of the account's or the app's; null drops that again. */
export async function overrideNumber(access: GraphAccess, phoneNumberId: string, override: { callbackUrl: string; verifyToken: string } | null): Promise<Done> {
  const configuration = override ? { override_callback_uri: override.callbackUrl, verify_token: override.verifyToken } : { override_callback_uri: '' };
  const body = { webhook_configuration: configuration };
  const hide = override ? [override.verifyToken] : [];
  return settleDone(await callGraph({ access, path: encodeURIComponent(phoneNumberId), body, timeoutMs: 45_000, hide }));
}
