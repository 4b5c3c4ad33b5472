import type { Trouble } from '../../../shared/contract/practice.ts';
import type { PaperTunnel } from '../paper-tunnel.ts';
import type { Callback, PaperAccount } from './keep-account.ts';
import { FIELDS } from './keep-account.ts';
import { type RivalPrograms, startRivals } from './rival-programs.ts';

export type TroubleOptions = {
  account: PaperAccount;
  /** What leads to the shop; without one there is no trouble with it. */
  tunnel: PaperTunnel | undefined;
  /** Takes the way to the Graph API away, or gives it back. */
  reach: (on: boolean) => Promise<void>;
  /** Hex. */
  newSecret: () => string;
  report: (line: string) => void;
  now: () => number;
};

export type Troubles = {
  readonly current: Trouble;
  /**
   * Makes trouble, or mends it.
   * @throws RangeError where it makes no sense; nothing was changed then
   */
  make(change: Partial<Trouble>): Promise<void>;
  stop(): Promise<void>;
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Of what was asked for, what cannot be told from the account. */
type Kept = Pick<Trouble, 'tokenDays' | 'token'>;

/** What can be the matter between shop and Meta, made and mended; what the shop has mended itself is told as good. */
export function makeTrouble({ account, tunnel, reach, newSecret, report, now }: TroubleOptions): Troubles {
  const rightSecret = account.appSecret;
  let kept: Kept = { tokenDays: 7, token: 'good' };
  let rivals: RivalPrograms | null = null;
  let before: Callback | null = null;

  /** The callback that messages go to: of the strongest level that has one. */
  const standing = (): Callback | null => account.overrides.number ?? account.overrides.account ?? account.subscription;
  const place = (callback: Callback): void => {
    if (account.overrides.number) account.overrides.number = callback;
    else if (account.overrides.account) account.overrides.account = callback;
    else if (account.subscription) account.subscription = { ...account.subscription, ...callback };
  };
  const callbackNow = (): Trouble['callback'] => {
    const url = standing()?.url;
    if (rivals === null || url === undefined) return 'own';
    if (url === rivals.shopbell) return 'other-shopbell';
    if (url === rivals.program) return 'other-program';
    return url === rivals.nobody ? 'nobody' : 'own';
  };

  const subscriptionNow = (): Trouble['subscription'] => {
    // Where nothing was ever registered, nothing was lost.
    if (account.subscription === null) return 'good';
    if (!account.subscribed) return 'lost';
    return account.subscription.fields.includes('messages') ? 'good' : 'fields-lost';
  };

  const setCallback = async (wanted: Trouble['callback']): Promise<void> => {
    const is = callbackNow();
    if (is === wanted) return;
    if (is === 'own') before = standing();
    if (wanted === 'own') {
      if (before !== null) place(before);
      return;
    }
    rivals ??= await startRivals({ probeKey: newSecret(), onPost: () => report('A webhook went to another callback than the shop’s') });
    const url = { 'other-shopbell': rivals.shopbell, 'other-program': rivals.program, nobody: rivals.nobody }[wanted];
    place({ url, verifyToken: 'a rival’s' });
  };

  const setSubscription = (wanted: Trouble['subscription']): void => {
    const { subscription } = account;
    const others = FIELDS.filter((field) => field !== 'messages');
    switch (wanted) {
      case 'lost':
        account.subscribed = false;
        account.overrides.account = null;
        return;
      case 'fields-lost':
        account.subscribed = true;
        if (subscription) account.subscription = { ...subscription, fields: others };
        return;
      case 'good':
        account.subscribed = true;
        if (subscription && !subscription.fields.includes('messages')) account.subscription = { ...subscription, fields: ['messages', ...subscription.fields] };
    }
  };

  const setToken = (token: Trouble['token'], days: number): void => {
    const at = now();
    switch (token) {
      case 'expired':
        account.token = { kind: 'good', issuedAt: at - 60 * DAY_MS, expiresAt: at - HOUR_MS };
        return;
      case 'expiring':
        account.token = { kind: 'good', issuedAt: at + (days - 60) * DAY_MS, expiresAt: at + days * DAY_MS };
        return;
      case 'temporary':
        account.token = { kind: token, issuedAt: at - HOUR_MS, expiresAt: at + 23 * HOUR_MS };
        return;
      case 'good':
      case 'lacking-messaging':
      case 'lacking-management':
      case 'lacking-catalogue':
        account.token = { kind: token, issuedAt: at - 60 * DAY_MS, expiresAt: null };
    }
  };

  /** What would make no sense. */
  const check = (change: Partial<Trouble>): void => {
    const { tunnel: fault, subscription, callback, tokenDays, clockMinutes } = change;
    if (fault !== undefined && fault !== 'good' && tunnel === undefined) throw new RangeError('There is no paper tunnel here');
    if (callback !== undefined && callback !== 'own' && standing() === null) throw new RangeError('No callback is registered that could be another');
    if (subscription === 'fields-lost' && account.subscription === null) throw new RangeError('The app asks for no fields that could be lost');
    if (tokenDays !== undefined && !(Number.isInteger(tokenDays) && tokenDays >= 1 && tokenDays <= 60))
      throw new RangeError('A token runs out in 1 to 60 days');
    if (clockMinutes !== undefined && !(Number.isInteger(clockMinutes) && Math.abs(clockMinutes) <= 24 * 60))
      throw new RangeError('A clock is off by a day at most');
  };

  return {
    get current(): Trouble {
      const { registered, quality, standing: sending, clockMinutes, meta } = account;
      return {
        ...kept,
        tunnel: tunnel?.fault ?? 'good',
        subscription: subscriptionNow(),
        callback: callbackNow(),
        secret: account.appSecret === rightSecret ? 'good' : 'rotated',
        number: registered ? 'connected' : 'disconnected',
        quality,
        account: sending,
        clockMinutes,
        meta,
      };
    },
    make: async (change) => {
      check(change);
      const { tokenDays = kept.tokenDays, token = kept.token, clockMinutes = account.clockMinutes, meta = account.meta } = change;
      account.clockMinutes = clockMinutes;
      account.meta = meta;
      if (change.token !== undefined || change.tokenDays !== undefined) setToken(token, tokenDays);
      kept = { tokenDays, token };
      if (change.secret === 'good') account.appSecret = rightSecret;
      else if (change.secret === 'rotated' && account.appSecret === rightSecret) account.appSecret = newSecret();
      if (change.number !== undefined) account.registered = change.number === 'connected';
      if (change.quality !== undefined) account.quality = change.quality;
      if (change.account !== undefined) account.standing = change.account;
      if (change.subscription !== undefined) setSubscription(change.subscription);
      if (change.callback !== undefined) await setCallback(change.callback);
      if (change.tunnel !== undefined) tunnel?.behave(change.tunnel);
      if (change.meta !== undefined) await reach(meta !== 'unreachable');
    },
    stop: async () => rivals?.stop(),
  };
}
