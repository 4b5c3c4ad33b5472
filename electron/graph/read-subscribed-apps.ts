import { fieldsOf, textOf } from '../wire/tolerant.ts';
import type { GraphAccess, GraphFailure } from './graph-call.ts';
import { listAll } from './list-all.ts';

/** An app that an account's events flow to; `overrideUrl`: to another address than the app's own. */
export type SubscribedApp = { id: string | null; name: string | null; overrideUrl: string | null };

/** `GET /{waba}/subscribed_apps`. */
export async function readSubscribedApps(access: GraphAccess, wabaId: string): Promise<{ ok: true; apps: SubscribedApp[] } | GraphFailure> {
  const answer = await listAll(access, `${encodeURIComponent(wabaId)}/subscribed_apps?limit=100`);
  if (!answer.ok) return answer;
  const apps = answer.entries.map((entry) => {
    const app = fieldsOf(entry['whatsapp_business_api_data']);
    return { id: textOf(app?.['id']), name: textOf(app?.['name']), overrideUrl: textOf(entry['override_callback_uri']) };
  });
  return { ok: true, apps };
}
