import { callGraph, type GraphAccess } from './graph-call.ts';
import { WHATSAPP_OBJECT } from './read-subscriptions.ts';
import { type Done, settleDone } from './settle-done.ts';

/** `DELETE /{app}/subscriptions`, with the app's own token: the app asks for nothing of WhatsApp any more. */
export async function deleteSubscription(access: GraphAccess, appId: string): Promise<Done> {
  const path = `${encodeURIComponent(appId)}/subscriptions?object=${WHATSAPP_OBJECT}`;
  return settleDone(await callGraph({ access, path, method: 'DELETE', timeoutMs: 20_000 }));
}
