import { callGraph, type GraphAccess } from './graph-call.ts';
import { type Done, settleDone } from './settle-done.ts';

/** `DELETE /{waba}/subscribed_apps`: nothing of the account flows to the token's app any more. */
export async function unsubscribeApp(access: GraphAccess, wabaId: string): Promise<Done> {
  return settleDone(await callGraph({ access, path: `${encodeURIComponent(wabaId)}/subscribed_apps`, method: 'DELETE', timeoutMs: 20_000 }));
}
