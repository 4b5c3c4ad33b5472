import type { RegisteredView } from '../../shared/contract/connection.ts';
import { appAccess } from '../graph/app-access.ts';
import { deleteSubscription } from '../graph/delete-subscription.ts';
import { explainAppCall, explainFailure, type Explained } from '../graph/explain-failure.ts';
import { overrideNumber } from '../graph/override-number.ts';
import { subscribeApp } from '../graph/subscribe-app.ts';
import { unsubscribeApp } from '../graph/unsubscribe-app.ts';
import { readRegistration, sameAddress, type ShopAtMeta } from './read-registration.ts';

export type ReleaseGiven = ShopAtMeta & {
  /** The address in use now; null: none. */
  callbackUrl: string | null;
  /** What this shop last set; null: nothing. */
  registered: RegisteredView | null;
};

/** `released`: whether something of this shop's stood at Meta. */
export type ReleaseResult = { ok: true; released: boolean } | Explained;
export type ReleaseCallback = (given: ReleaseGiven) => Promise<ReleaseResult>;

/** Takes away at Meta what this shop set there, the strongest first; what another has put in its place stays. */
export const releaseCallback: ReleaseCallback = async (given) => {
  const { access, app, account, registered, callbackUrl } = given;
  if (app.id === '') return { ok: false, reason: 'app-unknown', details: null };
  if (account.wabaId === '') return { ok: false, reason: 'no-waba', details: null };
  const state = await readRegistration(given);
  if (!state.ok) return state;
  const { callbacks, subscribed } = state.registration;
  const addresses = [callbackUrl, registered?.callbackUrl ?? null].filter((address) => address !== null);
  const own = (address: string | null) => address !== null && addresses.some((one) => sameAddress(one, address));

  if (own(callbacks.number)) {
    const done = await overrideNumber(access, account.phoneNumberId, null);
    if (!done.ok) return explainFailure(done);
  }
  if (own(callbacks.account)) {
    const done = await subscribeApp(access, account.wabaId);
    if (!done.ok) return explainFailure(done);
  }
  if (own(callbacks.app)) {
    const { id, secret } = app;
    // Only the app's own token may, and it is made with the secret.
    if (secret === null) return { ok: false, reason: 'not-configured', details: null };
    if (subscribed) {
      const done = await unsubscribeApp(access, account.wabaId);
      if (!done.ok) return explainFailure(done);
    }
    const done = await deleteSubscription(appAccess(access, { id, secret }), id);
    if (!done.ok) return explainAppCall(done);
  }
  return { ok: true, released: own(callbacks.number) || own(callbacks.account) || own(callbacks.app) };
};
