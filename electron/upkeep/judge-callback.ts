import type { ProofView, RegisteredView } from '../../shared/contract/connection.ts';
import type { CallbackLevel } from '../../shared/domain/link-proof.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { MetaState, Seen } from './read-meta-state.ts';

/** The callback that Meta calls for this shop's messages, and where it is written down. */
export type CallbackInForce = { url: string; level: CallbackLevel; /** When it was told. */ at: number };

const older = (one: number | null, other: number | null) => (one === null || other === null ? (one ?? other) : Math.min(one, other));

/** The callback in force: the number's own before the account's before the app's. `known` false: Meta did not tell; null: none is set. */
export function callbackInForce({ phone, subscription, apps, appId }: MetaState): { known: boolean; callback: CallbackInForce | null; at: number | null } {
  const told = phone.value?.callbacks ?? null;
  const account = apps.value?.find((app) => app.id === appId)?.overrideUrl ?? told?.account ?? null;
  const app = subscription.value === null ? (told?.app ?? null) : (subscription.value.subscription?.callbackUrl ?? null);
  const of = (url: string, level: CallbackLevel, at: number | null) => ({ known: true, callback: { url, level, at: at ?? 0 }, at });
  if (told !== null && told.number !== null) return of(told.number, 'number', phone.at);
  if (account !== null) return of(account, 'account', apps.value === null ? phone.at : apps.at);
  if (app !== null) return of(app, 'app', older(subscription.value === null ? phone.at : subscription.at, told === null ? null : phone.at));
  const known = told !== null || (subscription.value !== null && apps.value !== null);
  return { known, callback: null, at: told === null ? older(subscription.at, apps.at) : phone.at };
}

/** Whether two addresses are one, however they are written. */
export function isSameAddress(one: string, other: string): boolean {
  const plain = (text: string) => (URL.canParse(text) ? new URL(text).href.replace(/\/+$/, '') : text);
  return plain(one) === plain(other);
}

export type CallbackFacts = {
  /** This shop's address now; null: it has none. */
  callbackUrl: string | null;
  registered: RegisteredView | null;
  /** Who answers at the other address, where one stands at Meta; null: not asked yet. */
  foreignIsShopbell: boolean | null;
};

/** Whether the callback that Meta keeps is this shop's address. */
export function judgeCallback(meta: MetaState, { callbackUrl, registered, foreignIsShopbell }: CallbackFacts): ProofView {
  const { known, callback, at } = callbackInForce(meta);
  const proof: ProofView = { kind: 'callback', state: 'unknown', at, reason: null, details: callback?.url ?? null, until: null };
  const found = (state: ProofView['state'], reason: Reason | null): ProofView => ({ ...proof, state, reason });
  const failure = meta.phone.failure ?? meta.subscription.failure ?? meta.apps.failure;
  if (!known) return { ...proof, reason: failure?.reason ?? null, details: failure?.details ?? null };
  if (callback === null) return found('bad', 'not-registered');
  if (callbackUrl === null) return found('unknown', null);
  if (isSameAddress(callback.url, callbackUrl)) return found('good', failure?.reason ?? null);
  if (registered !== null && (isSameAddress(callback.url, registered.callbackUrl) || isOfBefore(callback, registered))) return found('bad', 'callback-stale');
  return found('bad', foreignIsShopbell ? 'other-shopbell' : 'callback-elsewhere');
}

/** The callback at Meta where it is neither this shop's address nor what this shop last set. */
export function foreignCallback(meta: MetaState, callbackUrl: string | null, registered: RegisteredView | null): string | null {
  const { callback } = callbackInForce(meta);
  if (callback === null || (registered !== null && isOfBefore(callback, registered))) return null;
  const own = [callbackUrl, registered?.callbackUrl ?? null];
  return own.some((address) => address !== null && isSameAddress(address, callback.url)) ? null : callback.url;
}

/** What was seen before this shop last wrote is no other's: it was overwritten. */
const isOfBefore = ({ at }: CallbackInForce, registered: RegisteredView): boolean => at < registered.at;

/** Whether the account's events flow to the app, and the app asks for messages. */
export function judgeSubscribed({ apps, subscription, appId }: MetaState): ProofView {
  const at = subscription.at === null ? apps.at : older(apps.at, subscription.at);
  const proof: ProofView = { kind: 'subscribed', state: 'unknown', at, reason: null, details: null, until: null };
  const found = (state: ProofView['state'], reason: Reason, details: string | null = null): ProofView => ({ ...proof, state, reason, details });
  if (apps.value === null) return { ...proof, ...whyUnknown(apps) };
  if (appId === '') return found('unknown', 'app-unknown');
  if (!apps.value.some((app) => app.id === appId)) return found('bad', 'not-subscribed');
  if (subscription.value !== null) {
    const asked = subscription.value.subscription;
    if (asked !== null && !asked.active) return found('bad', 'not-subscribed');
    // Without the app's own field no override gets anything either.
    if (!asked?.fields.includes('messages')) return found('bad', 'fields-missing', asked?.fields.join(', ') || null);
  }
  return { ...proof, state: 'good', reason: (apps.failure ?? subscription.failure)?.reason ?? null };
}

export const whyUnknown = ({ failure }: Seen<unknown>): Pick<ProofView, 'reason' | 'details'> => ({
  reason: failure?.reason ?? null,
  details: failure?.details ?? null,
});
