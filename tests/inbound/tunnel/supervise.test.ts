import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import type { TunnelFault } from '../../../electron/inbound/tunnel/tunnel-fault.ts';
import { supervise } from '../../../electron/inbound/tunnel/supervise.ts';
import type { Connect, Link, LinkSigns } from '../../../electron/inbound/tunnel/supervise.ts';

const target = { host: '127.0.0.1', port: 1 };
const fault: TunnelFault = { reason: 'tunnel-network', details: 'gone', cure: 'retry' };
const link = (close: () => Promise<void> = async () => undefined): Link => ({ url: 'https://a.example', close });

function make(connect: Connect) {
  const states: string[] = [];
  const tunnel = supervise({
    connect,
    readFault: (error) => (error instanceof Error && error.message === 'person' ? { ...fault, cure: 'person' } : fault),
    now: () => Date.now(),
    random: () => 0,
    log: (line) => expect.fail(line),
    connectTimeout: 1_000,
    silence: 5_000,
    closeTimeout: 100,
    wakeTimeout: 1_000,
  });
  tunnel.subscribe((state) => states.push(state.state));
  return { tunnel, states };
}

describe('the supervisor of a tunnel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    expect(vi.getTimerCount(), 'timers left behind').toBe(0);
    vi.useRealTimers();
  });

  it('tries again until the link stands', async () => {
    let tries = 0;
    const { tunnel, states } = make(async () => {
      tries += 1;
      if (tries < 3) throw new Error('no network');
      return link();
    });
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(0);
    expect(tunnel.state).toMatchObject({ state: 'down', reason: 'tunnel-network', details: 'gone', retryAt: Date.now() + 500 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(states).toEqual(['connecting', 'down', 'connecting', 'down', 'connecting', 'up']);
    await tunnel.stop();
    expect(tunnel.state).toEqual({ state: 'off' });
  });

  it('stops where a person is needed', async () => {
    const { tunnel, states } = make(() => Promise.reject(new Error('person')));
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(states).toEqual(['connecting', 'failed']);
    await tunnel.stop();
  });

  it('gives up an attempt that hangs, and closes the link that comes too late', async () => {
    const late: ((made: Link) => void)[] = [];
    const { tunnel, states } = make(() => new Promise((resolve) => late.push(resolve)));
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tunnel.state.state).toBe('down');
    let closed = 0;
    late[0]?.(link(async () => void (closed += 1)));
    await vi.advanceTimersByTimeAsync(0);
    expect(closed).toBe(1);
    expect(states).not.toContain('up');
    await tunnel.stop();
    late[1]?.(link(async () => void (closed += 1)));
    await vi.advanceTimersByTimeAsync(0);
  });

  it('does not hear the failure of an attempt that it had given up', async () => {
    const late: ((error: Error) => void)[] = [];
    const { tunnel, states } = make(() => new Promise((_resolve, reject) => late.push(reject)));
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(states).toEqual(['connecting', 'down', 'connecting']);
    late[0]?.(new Error('person'));
    await vi.advanceTimersByTimeAsync(0);
    expect(states).toEqual(['connecting', 'down', 'connecting']);
    await tunnel.stop();
  });

  it('lets a broken link mend itself, and makes a new one when it does not', async () => {
    const given: LinkSigns[] = [];
    let closed = 0;
    const { tunnel, states } = make(async (_target, signs) => {
      given.push(signs);
      return link(async () => void (closed += 1));
    });
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(0);
    given[0]?.broken(fault);
    given[0]?.broken(fault);
    given[0]?.alive();
    expect(states).toEqual(['connecting', 'up', 'down', 'up']);
    given[0]?.broken(fault);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(closed).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(tunnel.state.state).toBe('up');
    given[0]?.broken(fault);
    expect(tunnel.state.state, 'an old link is no longer heard').toBe('up');
    given[0]?.alive();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(tunnel.state.state, 'nor is it a sign of life').toBe('down');
    await tunnel.stop();
  });

  it('gives up a link that has fallen silent, as after the computer slept', async () => {
    const { tunnel, states } = make(async () => link());
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states).toEqual(['connecting', 'up', 'down']);
    await tunnel.stop();
  });

  it('stops within its time though closing hangs, and hears nothing after', async () => {
    const given: LinkSigns[] = [];
    const { tunnel, states } = make(async (_target, signs) => {
      given.push(signs);
      return link(() => new Promise(() => undefined));
    });
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(0);
    const stopped = tunnel.stop();
    await vi.advanceTimersByTimeAsync(100);
    await stopped;
    given[0]?.alive();
    given[0]?.broken(fault);
    expect(states).toEqual(['connecting', 'up', 'off']);
  });

  it('makes a link anew at once when its program has ended, and needs a person where that one says so', async () => {
    const given: LinkSigns[] = [];
    const { tunnel, states } = make(async (_target, signs) => {
      given.push(signs);
      return link();
    });
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(0);
    given[0]?.gone(fault);
    expect(tunnel.state).toMatchObject({ state: 'down', retryAt: Date.now() + 500 });
    await vi.advanceTimersByTimeAsync(500);
    expect(tunnel.state.state).toBe('up');
    given[0]?.gone(fault);
    expect(tunnel.state.state, 'an old one is no longer heard').toBe('up');
    given[1]?.gone({ ...fault, cure: 'person' });
    expect(states).toEqual(['connecting', 'up', 'down', 'connecting', 'up', 'failed']);
    await tunnel.stop();
  });

  it('tells a new address of the same link once', async () => {
    const given: LinkSigns[] = [];
    const { tunnel, states } = make(async (_target, signs) => {
      given.push(signs);
      return link();
    });
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(0);
    given[0]?.moved('https://b.example');
    given[0]?.moved('https://b.example');
    expect(tunnel.state).toMatchObject({ state: 'up', url: 'https://b.example' });
    expect(states).toEqual(['connecting', 'up', 'up']);
    given[0]?.broken(fault);
    given[0]?.alive();
    expect(tunnel.state).toMatchObject({ url: 'https://b.example' });
    await tunnel.stop();
  });

  it('ends what it began for an attempt that it gives up', async () => {
    const signals: AbortSignal[] = [];
    const { tunnel } = make((_target, _signs, given) => {
      signals.push(given);
      return new Promise(() => undefined);
    });
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await vi.advanceTimersByTimeAsync(500);
    await tunnel.stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it('does not wait out its pause when the computer wakes, and wants a sign of life of what stood', async () => {
    let works = false;
    const given: LinkSigns[] = [];
    const { tunnel, states } = make(async (_target, signs) => {
      if (!works) throw new Error('no network');
      given.push(signs);
      return link();
    });
    tunnel.woke?.();
    expect(states, 'nothing was started').toEqual([]);
    tunnel.start(target);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tunnel.state).toMatchObject({ state: 'down' });
    works = true;
    tunnel.woke?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(tunnel.state.state).toBe('up');
    tunnel.woke?.();
    await vi.advanceTimersByTimeAsync(500);
    given[0]?.alive();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(tunnel.state.state, 'it is alive').toBe('up');
    given[0]?.alive();
    tunnel.woke?.();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tunnel.state.state, 'it is not').toBe('down');
    await tunnel.stop();
  });
});
