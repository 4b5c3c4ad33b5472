import type { CallbackLevel } from '../../shared/domain/link-proof.ts';
import { appAccess } from '../graph/app-access.ts';
import { explainAppCall, explainFailure, type Explained } from '../graph/explain-failure.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import { readCallbacks } from '../graph/read-callbacks.ts';
import { readSubscribedApps } from '../graph/read-subscribed-apps.ts';
import { readSubscriptions } from '../graph/read-subscriptions.ts';

/** The shop at Meta: what its callback is written down for. `secret`: null where it is not known. */
export type ShopAtMeta = {
  /** With the access token. */
  access: GraphAccess;
  app: { id: string; secret: string | null };
  account: { wabaId: string; phoneNumberId: string };
};

/** What Meta keeps of the callback, level by level. */
export type Registration = {
  /** Null: nothing is set there, or it is not told. */
  callbacks: Record<CallbackLevel, string | null>;
  /** Whether the account's events flow to the app. */
  subscribed: boolean;
  /** Whether Meta tells of the number's own override; it is one of its newer fields. */
  numberTold: boolean;
  /** Fields that the app asks for; null: not told, as the app secret is not known. */
  fields: string[] | null;
};

/** Looks at all that Meta keeps of the callback: three calls, one fewer without the app secret, or without a number. */
export async function readRegistration({ access, app, account }: ShopAtMeta): Promise<{ ok: true; registration: Registration } | Explained> {
  const { id, secret } = app;
  const [apps, callbacks, subscription] = await Promise.all([
    readSubscribedApps(access, account.wabaId),
    account.phoneNumberId === '' ? ({ ok: true, callbacks: null } as const) : readCallbacks(access, account.phoneNumberId),
    secret === null ? null : readSubscriptions(appAccess(access, { id, secret }), id),
  ]);
  if (subscription && !subscription.ok) return explainAppCall(subscription);
  if (!apps.ok) return explainFailure(apps);
  if (!callbacks.ok) return explainFailure(callbacks);
  const own = apps.apps.find((one) => one.id === id);
  return {
    ok: true,
    registration: {
      callbacks: {
        app: (subscription ? subscription.subscription?.callbackUrl : callbacks.callbacks?.app) ?? null,
        account: own?.overrideUrl ?? callbacks.callbacks?.account ?? null,
        number: callbacks.callbacks?.number ?? null,
      },
      subscribed: own !== undefined,
      numberTold: callbacks.callbacks !== null,
      fields: subscription ? (subscription.subscription?.active === false ? [] : (subscription.subscription?.fields ?? [])) : null,
    },
  };
}

/** Where Meta sends the number's messages, and the level that says so: number before account before app. Null: nowhere. */
export function callbackInForce({ callbacks }: Registration): { level: CallbackLevel; url: string } | null {
  for (const level of ['number', 'account', 'app'] as const) {
    const url = callbacks[level];
    if (url !== null) return { level, url };
  }
  return null;
}

/** Whether two addresses are one, however they are written. */
export function sameAddress(one: string, other: string): boolean {
  const plain = (text: string) => (URL.canParse(text) ? new URL(text).href.replace(/\/+$/, '') : text);
  return plain(one) === plain(other);
}
