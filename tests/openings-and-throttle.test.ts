import { getEventListeners } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createOpenings } from '../electron/parts/openings.ts';
import { createThrottle } from '../electron/parts/throttle.ts';
import type { OpenEvent } from '../shared/contract/live.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const event = (orderId: number): OpenEvent => ({ shop: 'real', conversationId: 1, orderId });

describe('showing something asked for from outside', () => {
  function open() {
    const clock = { now: 1_000_000 };
    const openings = createOpenings(() => clock.now);
    const screen = () => {
      const seen: number[] = [];
      const left = new AbortController();
      const over = (async () => {
        for await (const { orderId } of openings.listen(left.signal)) seen.push(orderId ?? 0);
      })();
      onTestFinished(() => left.abort());
      return { seen, left, over };
    };
    return { clock, openings, screen };
  }

  test('every screen that looks is told, in order', async () => {
    const { openings, screen } = open();
    const [one, two] = [screen(), screen()];
    for (const id of [1, 2, 3]) openings.open(event(id));
    await pause(5);
    expect([one.seen, two.seen]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  test('a page that loads only now is told what was asked for less than 15 s ago, once', async () => {
    const { clock, openings, screen } = open();
    openings.open(event(1));
    openings.open(event(2));
    clock.now += 14_999;
    const first = screen();
    const second = screen();
    await pause(5);
    expect([first.seen, second.seen]).toEqual([[2], []]);
  });

  test('what is older, or was shown already, is not shown again', async () => {
    const { clock, openings, screen } = open();
    openings.open(event(1));
    clock.now += 15_000;
    const first = screen();
    await pause(5);
    openings.open(event(2));
    await pause(5);
    first.left.abort();
    await first.over;
    const second = screen();
    await pause(5);
    expect([first.seen, second.seen]).toEqual([[2], []]);
  });

  test('a screen that leaves ends at once and leaves nothing behind', async () => {
    const { openings, screen } = open();
    const { left, over, seen } = screen();
    left.abort();
    await over;
    expect(getEventListeners(left.signal, 'abort')).toHaveLength(0);
    openings.open(event(1));
    const next = screen();
    await pause(5);
    expect([seen, next.seen]).toEqual([[], [1]]);
  });
});

describe('a throttle', () => {
  test('works at once, then once for all that was asked meanwhile', async () => {
    let worked = 0;
    const ask = createThrottle(() => void (worked += 1), 40);
    ask();
    expect(worked).toBe(1);
    for (let count = 0; count < 50; count += 1) ask();
    expect(worked).toBe(1);
    await pause(60);
    expect(worked).toBe(2);
    // Nothing was asked since: nothing is done.
    await pause(60);
    expect(worked).toBe(2);
    ask();
    expect(worked).toBe(3);
    ask.stop();
  });

  test('asked all the time, it works once in the time given', async () => {
    let worked = 0;
    const ask = createThrottle(() => void (worked += 1), 50);
    const until = performance.now() + 230;
    while (performance.now() < until) {
      ask();
      await pause(2);
    }
    expect(worked).toBeGreaterThanOrEqual(3);
    expect(worked).toBeLessThanOrEqual(5);
    ask.stop();
  });

  test('work that asks for itself is done again later, not within itself; stopped from within, it ends', async () => {
    const ways: string[] = [];
    let depth = 0;
    const ask = createThrottle(() => {
      depth += 1;
      ways.push(`depth ${depth}`);
      if (ways.length < 3) ask();
      else ask.stop();
      depth -= 1;
    }, 20);
    ask();
    expect(ways).toEqual(['depth 1']);
    await pause(100);
    expect(ways).toEqual(['depth 1', 'depth 1', 'depth 1']);
  });

  test('stopped, it forgets what is pending and does nothing any more', async () => {
    let worked = 0;
    const pending = createThrottle(() => void (worked += 1), 20);
    pending();
    pending();
    pending.stop();
    await pause(40);
    const idle = createThrottle(() => void (worked += 1), 20);
    idle.stop();
    idle();
    pending();
    await pause(40);
    expect(worked).toBe(1);
  });
});
