import type { RegisteredView } from '../../shared/contract/connection.ts';
import type { CallbackLevel } from '../../shared/domain/link-proof.ts';
import { explainFailure, explainRegistration, type Explained } from '../graph/explain-failure.ts';
import { overrideNumber } from '../graph/override-number.ts';
import { subscribeApp } from '../graph/subscribe-app.ts';
import type { CallbackOwner } from './ask-callback.ts';
import { checkCallbackAddress } from './check-callback-address.ts';
import { callbackInForce, readRegistration, type Registration, sameAddress, type ShopAtMeta } from './read-registration.ts';
import { writeAppCallback } from './write-app-callback.ts';

export type RegisterGiven = ShopAtMeta & {
  level: CallbackLevel;
  /** The address as Meta is to call it; the webhook server and the tunnel stand. Null: there is none. */
  callbackUrl: string | null;
  verifyToken: string;
  /** What this shop last set; null: nothing. */
  registered: RegisteredView | null;
  /** Also where the address at Meta is neither this one nor what this shop last set. */
  takeOver: boolean;
  /** Who answers at an address that stands at Meta. */
  askOwner: (address: string) => Promise<CallbackOwner>;
  /** Told as soon as something of this shop's stands at Meta, also where a later step fails: to be kept. */
  remember: (registered: RegisteredView) => void;
  now: () => number;
};

/** `before`: the address that stood in force at Meta until now; null: none. */
export type RegisterResult = { ok: true; registered: RegisteredView; before: string | null } | Explained;
export type RegisterCallback = (given: RegisterGiven) => Promise<RegisterResult>;

const STRENGTH: readonly CallbackLevel[] = ['app', 'account', 'number'];
const refuse = (reason: Explained['reason'], details: string | null = null): Explained => ({ ok: false, reason, details });

/**
 * Writes the shop's address down at Meta and reads it back. Meta calls the address while it is written down, so the way in has to stand, and an answer of
 * Meta's is its own proof that it does. What somebody else set is never overwritten unasked; the app's callback is, below an override, left to whom it belongs.
 */
export const registerCallback: RegisterCallback = async (given) => {
  const { level, callbackUrl, app, account } = given;
  if (callbackUrl === null) return refuse('no-way-in');
  const badAddress = checkCallbackAddress(callbackUrl);
  if (badAddress !== null) return refuse(badAddress, callbackUrl);
  if (app.id === '') return refuse('app-unknown');
  if (account.wabaId === '') return refuse('no-waba');
  if (level === 'app' ? app.secret === null : account.phoneNumberId === '') return refuse('not-configured');

  const state = await readRegistration(given);
  if (!state.ok) return state;
  const { registration } = state;
  const foreign = given.takeOver ? null : await findForeign(given, callbackUrl, registration);
  if (foreign) return foreign;

  const failed = await write(given, callbackUrl, registration);
  if (failed) return failed;
  const at = given.now();
  const registered: RegisteredView = { level, callbackUrl, at, verifiedAt: at };
  given.remember(registered);

  const after = await readRegistration(given);
  if (!after.ok) return after;
  const fault = compare(callbackUrl, level, after.registration);
  return fault ?? { ok: true, registered, before: callbackInForce(registration)?.url ?? null };
};

const isOwn = ({ registered }: RegisterGiven, callbackUrl: string, address: string): boolean =>
  sameAddress(address, callbackUrl) || (registered !== null && sameAddress(address, registered.callbackUrl));

/** What stands in force, on the level to be written, or above it, and is another's. */
async function findForeign(given: RegisterGiven, callbackUrl: string, registration: Registration): Promise<Explained | null> {
  const inTheWay = STRENGTH.slice(STRENGTH.indexOf(given.level)).map((level) => registration.callbacks[level]);
  const addresses = new Set([...inTheWay, callbackInForce(registration)?.url ?? null]);
  for (const address of addresses) {
    if (address === null || isOwn(given, callbackUrl, address)) continue;
    const owner = await given.askOwner(address);
    if (owner !== 'own') return refuse(owner === 'other-shopbell' ? 'other-shopbell' : 'callback-elsewhere', address);
  }
  return null;
}

async function write(given: RegisterGiven, callbackUrl: string, { callbacks, subscribed, fields }: Registration): Promise<Explained | null> {
  const { access, app, account, level, verifyToken } = given;
  const { secret } = app;
  const own = (address: string | null) => address === null || isOwn(given, callbackUrl, address);
  const began = () => given.remember({ level, callbackUrl, at: given.now(), verifiedAt: given.now() });
  // Account and template events go to the app's callback whatever stands above it, so it is set where it belongs to nobody else.
  if (secret !== null && (level === 'app' || own(callbacks.app))) {
    const written = await writeAppCallback(access, { id: app.id, secret }, { callbackUrl, verifyToken, fields: fields ?? [] });
    if (!written.ok) return written;
    began();
  }
  const override = { callbackUrl, verifyToken };
  // The plain call drops an override that stands there: made only where nothing is subscribed yet, or where that is wanted.
  const drops = callbacks.account !== null && (level === 'app' || (level === 'number' && given.registered?.level === 'account' && own(callbacks.account)));
  if (!subscribed || drops) {
    const done = await subscribeApp(access, account.wabaId);
    if (!done.ok) return explainRegistration(done);
  }
  if (level === 'account') {
    const done = await subscribeApp(access, account.wabaId, override);
    if (!done.ok) return explainRegistration(done);
    began();
  }
  if (level === 'number' || callbacks.number !== null) {
    const done = await overrideNumber(access, account.phoneNumberId, level === 'number' ? override : null);
    if (!done.ok) return level === 'number' ? explainRegistration(done) : explainFailure(done);
  }
  return null;
}

/** Null where Meta now keeps what was written. */
function compare(callbackUrl: string, level: CallbackLevel, registration: Registration): Explained | null {
  const { fields, subscribed } = registration;
  if (!subscribed) return refuse('not-subscribed');
  if (fields !== null && !fields.includes('messages')) return refuse('fields-missing', fields.join(', ') || null);
  // What Meta does not tell cannot be compared: that it took the address is all that is known then.
  if (level === 'number' && !registration.numberTold) return null;
  const inForce = callbackInForce(registration);
  if (inForce === null) return refuse('not-registered');
  return sameAddress(inForce.url, callbackUrl) ? null : refuse('callback-elsewhere', inForce.url);
}
