import { expect, test } from 'vitest';
import { gatherBursts } from '../../electron/shell/gather-bursts.ts';

/** Arrivals at these ms; what was shown, one by one or gathered. */
function show(arrivals: number[]): (number | number[])[] {
  const shown: (number | number[])[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const clock = { now: () => now, later: (run: () => void, ms: number) => void timers.push({ at: now + ms, run }) };
  const burst = gatherBursts<number>({ clock, single: (one) => shown.push(one), gathered: (all) => shown.push(all) });
  const runUntil = (time: number) => {
    for (const timer of timers.splice(0)) {
      if (timer.at <= time) timer.run();
      else timers.push(timer);
    }
  };
  for (const at of arrivals) {
    runUntil(at);
    now = at;
    burst.add(at);
  }
  runUntil(Number.POSITIVE_INFINITY);
  return shown;
}

test('single arrivals are shown at once', () => {
  expect(show([0, 10, 20])).toEqual([0, 10, 20]);
  expect(show([0, 1000, 2000, 3000, 4000])).toEqual([0, 1000, 2000, 3000, 4000]);
});

test('more than three within two seconds become one, which counts those that were shown', () => {
  expect(show([0, 10, 20, 30, 40, 2000])).toEqual([0, 10, 20, [0, 10, 20, 30, 40, 2000]]);
});

test('nothing is held for longer than two seconds, and it begins anew afterwards', () => {
  expect(show([0, 10, 20, 30, 2031, 2032])).toEqual([0, 10, 20, [0, 10, 20, 30], 2031, 2032]);
});
