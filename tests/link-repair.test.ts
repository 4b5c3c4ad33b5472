import { describe, expect, test } from 'vitest';
import { followTunnel } from '../electron/parts/link/follow-tunnel.ts';
import { loopPace } from '../electron/parts/link/loop-pace.ts';
import { createRepair } from '../electron/parts/link/repair.ts';
import type { LinkFacts } from '../electron/parts/link/keep-link-facts.ts';
import { type MetaState, NOTHING_SEEN } from '../electron/upkeep/read-meta-state.ts';
import type { LoopState } from '../electron/upkeep/watch-loop.ts';
import type { ProofView, RegisteredView, TunnelView } from '../shared/contract/connection.ts';

const T = Date.UTC(2026, 10, 25, 9);
const HERE = 'https://shop.example/webhook';
const seen = <V>(value: V) => ({ value, at: T, failure: null });
const proof = (kind: ProofView['kind'], state: ProofView['state'], reason: ProofView['reason'] = null): ProofView => ({
  kind,
  state,
  at: T,
  reason,
  details: null,
  until: null,
});

/** Repair of a shop whose address is HERE, with a callback at Meta that it set before, and what it does. */
function repairing(over: { kind?: 'ngrok' | 'own'; registered?: RegisteredView | null; allowed?: boolean; callback?: string | null } = {}) {
  const done: string[] = [];
  const clock = { at: T + 1_000 };
  const loop: LoopState = { address: HERE, at: T, fault: null, details: null, failures: 0, failingSince: null, goodAt: T };
  const { kind = 'ngrok', allowed = true, callback = HERE } = over;
  let registered: RegisteredView | null =
    over.registered === undefined ? { level: 'app', callbackUrl: HERE, at: T - 1_000, verifiedAt: null } : over.registered;
  const meta: MetaState = {
    ...NOTHING_SEEN,
    appId: '67',
    subscription: seen({ subscription: callback === null ? null : { callbackUrl: callback, active: true, fields: ['messages'] } }),
    apps: seen([{ id: '67', name: null, overrideUrl: null }]),
  };
  const facts: Pick<LinkFacts, 'registered' | 'setRegistered'> = { registered: () => registered, setRegistered: (next) => void (registered = next) };
  const repair = createRepair({
    allowed: () => allowed,
    kind: () => kind,
    address: () => HERE,
    loop: () => loop,
    meta: () => meta,
    foreignIsOwn: () => false,
    facts: facts as LinkFacts,
    registrar: {
      again: (_, event) => {
        done.push(event);
        return Promise.resolve(true);
      },
      forgive: () => undefined,
    },
    restartTunnel: () => {
      done.push('restart');
      return Promise.resolve();
    },
    lookAgain: () => Promise.resolve(),
    tell: () => undefined,
    pace: 1,
    now: () => clock.at,
    log: () => undefined,
  });
  return { repair, done, clock, loop, registered: () => registered };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));
const WELL = [proof('loop', 'good'), proof('callback', 'good'), proof('subscribed', 'good')];

describe('a tunnel that stands and leads nowhere', () => {
  const dead = [proof('loop', 'bad', 'loop-unreachable'), ...WELL.slice(1)];
  const fail = (loop: LoopState, failures: number) => Object.assign(loop, { fault: 'unreachable', failures });

  test('is started anew at the second failed look, and later and later', () => {
    const { repair, done, clock, loop } = repairing();
    fail(loop, 1);
    repair.mend(dead);
    expect(done).toEqual([]);
    fail(loop, 2);
    repair.mend(dead);
    repair.mend(dead);
    expect(done).toEqual(['restart']);
    clock.at += 14_999;
    fail(loop, 4);
    repair.mend(dead);
    expect(done).toHaveLength(1);
    clock.at += 1;
    repair.mend(dead);
    clock.at += 29_999;
    fail(loop, 6);
    repair.mend(dead);
    expect(done).toHaveLength(2);
  });

  test('is left alone where Meta came through it, and where it is somebody else’s', () => {
    const through = repairing();
    fail(through.loop, 5);
    through.repair.mend([proof('loop', 'warn', 'loop-blocked'), ...WELL.slice(1)]);
    const own = repairing({ kind: 'own' });
    fail(own.loop, 5);
    own.repair.mend(dead);
    expect([through.done, own.done]).toEqual([[], []]);
  });
});

describe('what stands at Meta', () => {
  const lost = [proof('loop', 'good'), proof('callback', 'bad', 'not-registered'), proof('subscribed', 'good')];
  const unsubscribed = [proof('loop', 'good'), proof('callback', 'good'), proof('subscribed', 'bad', 'not-subscribed')];
  const foreign = [proof('loop', 'good'), proof('callback', 'bad', 'callback-elsewhere'), proof('subscribed', 'bad', 'not-subscribed')];
  const stale = [proof('loop', 'good'), proof('callback', 'bad', 'callback-stale'), proof('subscribed', 'good')];

  test.each([
    ['a lost callback is set again', lost, {}, ['registered-again']],
    ['an old address is replaced', stale, {}, ['registered-again']],
    ['a lost subscription is restored', unsubscribed, {}, ['subscription-restored']],
    ['another’s address is not touched', foreign, {}, []],
    ['what this shop never set is not touched', lost, { registered: null, callback: null }, []],
    ['nothing is written where that is not allowed', lost, { allowed: false }, []],
    ['what was seen before the last writing says nothing of it', lost, { registered: { level: 'app', callbackUrl: HERE, at: T + 1, verifiedAt: null } }, []],
    ['nothing is to be mended where all is well', WELL, {}, []],
  ] as const)('%s', async (_, proofs, over, wanted) => {
    const { repair, done } = repairing(over);
    repair.mend(proofs);
    repair.mend(proofs);
    await settle();
    expect(done).toEqual(wanted);
  });

  test('is not written with an address that does not answer', () => {
    const { repair, done, loop } = repairing();
    loop.fault = 'other';
    repair.mend(stale);
    expect(done).toEqual([]);
  });

  test('is this shop’s own where it is its address, as of the look that saw it', () => {
    const { repair, registered } = repairing({ registered: null });
    repair.mend(WELL);
    expect(registered()).toEqual({ level: 'app', callbackUrl: HERE, at: T, verifiedAt: null });
    const foreignOne = repairing({ registered: null, callback: 'https://other.example/webhook' });
    foreignOne.repair.mend(WELL);
    expect(foreignOne.registered()).toBeNull();
  });
});

describe('what leads here', () => {
  function following() {
    const clock = { at: T };
    const told: string[] = [];
    const holder = { state: { state: 'connecting', since: T } as TunnelView };
    const tunnel = {
      start: () => undefined,
      stop: () => Promise.resolve(),
      subscribe: () => () => undefined,
      get state() {
        return holder.state;
      },
    };
    const way = followTunnel({ tunnel: () => ({ kind: 'ngrok', tunnel }), tell: (event) => void told.push(event), pace: 1, now: () => clock.at });
    const be = (state: TunnelView, later: number) => {
      holder.state = state;
      clock.at += later;
      return { ...way.follow(), ...way.proof() };
    };
    return { be, told };
  }
  const up = (url: string): TunnelView => ({ state: 'up', url, since: T });
  const down: TunnelView = { state: 'down', reason: 'tunnel-network', details: null, retryAt: T };
  const connecting: TunnelView = { state: 'connecting', since: T };

  test('that is started anew at the same address came up', () => {
    const { be } = following();
    expect([be(up('https://a.example'), 0), be(up('https://a.example'), 1), be(connecting, 1), be(up('https://a.example'), 1)]).toMatchObject([
      { addressChanged: true, cameUp: true },
      { addressChanged: false, cameUp: false },
      { addressChanged: false, cameUp: false },
      { addressChanged: false, cameUp: true },
    ]);
  });

  test('that does not come up is red within a minute', () => {
    const { be } = following();
    expect(be(connecting, 0).state).toBe('unknown');
    expect(be(connecting, 44_999).state).toBe('unknown');
    expect(be(connecting, 1)).toMatchObject({ state: 'bad', reason: 'tunnel-network' });
    expect(be(up('https://a.example'), 1).state).toBe('good');
  });

  test('that breaks off for a moment is not red, and after ten seconds it is, whatever it tries', () => {
    const { be, told } = following();
    be(up('https://a.example'), 0);
    expect(be(down, 0).state).toBe('unknown');
    expect(be(connecting, 5_000).state).toBe('unknown');
    expect(be(down, 5_000)).toMatchObject({ state: 'bad', reason: 'tunnel-network' });
    expect(be(up('https://a.example'), 0)).toMatchObject({ state: 'good', addressChanged: false });
    expect(be(up('https://b.example'), 0)).toMatchObject({ state: 'good', addressChanged: true });
    expect(told).toEqual(['tunnel-up', 'tunnel-lost', 'tunnel-up', 'address-changed']);
  });

  test('is asked within a minute, but seldom where every request is counted', () => {
    expect(loopPace('https://shop.example/webhook').every).toBeLessThan(42_500);
    const free = loopPace('https://bread.ngrok-free.app/webhook');
    expect((30 * 24 * 60 * 60_000) / free.every).toBeLessThan(20_000);
    expect(free.freshFor).toBeGreaterThan(free.every + 17_500);
  });
});
