import type { Reason } from '../../shared/domain/reason.ts';
import { appAccess } from '../graph/app-access.ts';
import { debugToken, type TokenFacts } from '../graph/debug-token.ts';
import { explainAppCall, explainFailure, type Explained } from '../graph/explain-failure.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import { type PhoneFacts, readPhone } from '../graph/read-phone.ts';
import { readSubscribedApps, type SubscribedApp } from '../graph/read-subscribed-apps.ts';
import { type AppSubscription, readSubscriptions } from '../graph/read-subscriptions.ts';

/** The last answer of one call, and why the newest look gave none. */
export type Seen<T> = {
  value: T | null;
  /** When Meta was asked for `value`; ms since epoch. */
  at: number | null;
  /** Null: the newest look was answered. */
  failure: (Omit<Explained, 'ok'> & { at: number }) | null;
};

export type MetaState = {
  token: Seen<TokenFacts>;
  phone: Seen<PhoneFacts>;
  /** With the app's own token, so an answer proves the app secret too. */
  subscription: Seen<{ subscription: AppSubscription | null }>;
  apps: Seen<SubscribedApp[]>;
  /** As set, or as the token tells it; empty: not known. */
  appId: string;
  wabaId: string;
};

export type MetaAsked = {
  access: GraphAccess | null;
  app: { id: string; secret: string | null };
  account: { wabaId: string; phoneNumberId: string };
  now: () => number;
};

const NOTHING = { value: null, at: null, failure: null };
export const NOTHING_SEEN: MetaState = { token: NOTHING, phone: NOTHING, subscription: NOTHING, apps: NOTHING, appId: '', wabaId: '' };

/** Failures that say nothing of what was asked about: the last answer stands, and grows old. */
const NO_ANSWER: ReadonlySet<Reason> = new Set([
  'meta-unreachable',
  'meta-trouble',
  'rate-limited',
  'unreachable',
  'lost-answer',
  'maintenance',
  'unknown-code',
]);
export const isNoAnswer = (reason: Reason): boolean => NO_ANSWER.has(reason);

/**
 * Looks at all that Meta keeps of this shop: five calls. What is not known to be asked about is left unseen; where the first call finds nobody, or a Meta
 * that asks for patience, the others are not made.
 */
export async function readMetaState({ access, app, account, now }: MetaAsked, before: MetaState): Promise<MetaState> {
  if (access === null) return NOTHING_SEEN;
  // Of when it was asked: what is written at Meta meanwhile may be missing in the answer.
  const began = now();
  const token = settle(before.token, await debugToken(access, access.accessToken), (answer) => answer.token, explainFailure, began);
  const { failure } = token;
  if (failure !== null && isNoAnswer(failure.reason)) {
    const unasked = <T>(seen: Seen<T>): Seen<T> => ({ ...seen, failure });
    return { ...before, token, phone: unasked(before.phone), subscription: unasked(before.subscription), apps: unasked(before.apps) };
  }
  const appId = app.id || token.value?.appId || '';
  const wabaId = account.wabaId || (token.value?.wabaIds.length === 1 ? token.value.wabaIds[0] : undefined) || '';
  const at = now();
  const [phone, subscription, apps] = await Promise.all([
    account.phoneNumberId === '' ? null : readPhone(access, account.phoneNumberId),
    appId === '' || app.secret === null ? null : readSubscriptions(appAccess(access, { id: appId, secret: app.secret }), appId),
    wabaId === '' ? null : readSubscribedApps(access, wabaId),
  ]);
  return {
    token,
    phone: phone === null ? NOTHING : settle(before.phone, phone, (answer) => answer.phone, explainFailure, at),
    subscription:
      subscription === null ? NOTHING : settle(before.subscription, subscription, (answer) => ({ subscription: answer.subscription }), explainAppCall, at),
    apps: apps === null ? NOTHING : settle(before.apps, apps, (answer) => answer.apps, explainFailure, at),
    appId,
    wabaId,
  };
}

type Failed = Parameters<typeof explainFailure>[0];

function settle<A extends { ok: true }, T>(
  before: Seen<T>,
  answer: A | Failed,
  take: (answer: A) => T,
  explain: (failure: Failed) => Explained,
  at: number,
): Seen<T> {
  if (answer.ok) return { value: take(answer), at, failure: null };
  const { reason, details } = explain(answer);
  return isNoAnswer(reason) ? { ...before, failure: { reason, details, at } } : { value: null, at: null, failure: { reason, details, at } };
}

/** Whether Meta asked for patience in the last look. */
export function isRateLimited(state: MetaState): boolean {
  return [state.token, state.phone, state.subscription, state.apps].some(({ failure }) => failure?.reason === 'rate-limited');
}
