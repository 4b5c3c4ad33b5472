import { expect, onTestFinished, test } from 'vitest';
import { startHeartbeat } from '../../electron/upkeep/heartbeat.ts';
import { until } from '../support/until.ts';

/** Beats every 20 ms, by a clock that can be set. */
function beating() {
  let ahead = 0;
  const kept: number[] = [];
  const jumps: number[] = [];
  const heart = startHeartbeat({
    keep: (at) => void kept.push(at),
    onJump: (from, to) => void jumps.push(to - from),
    pace: 1_000,
    now: () => Date.now() + ahead,
  });
  onTestFinished(heart.stop);
  return { heart, kept, jumps, jump: (ms: number) => void (ahead += ms) };
}

test('every beat is kept, the last one too, and none of them is a sleep', async () => {
  const { heart, kept, jumps } = beating();
  await until('some beats', () => kept.length > 4);
  const before = kept.length;
  heart.stop();
  expect(kept.length).toBe(before + 1);
  expect(jumps).toEqual([]);
});

test('time that passed without the timer was slept, and is told once', async () => {
  const { kept, jumps, jump } = beating();
  jump(60 * 60_000);
  await until('the jump', () => jumps.length > 0);
  const seen = kept.length;
  await until('beats after it', () => kept.length > seen + 3);
  expect(jumps).toHaveLength(1);
  expect(jumps[0]).toBeGreaterThanOrEqual(60 * 60_000);
});

test('a sleep that the system tells first is not told again by the clock', async () => {
  const { heart, kept, jumps, jump } = beating();
  jump(60 * 60_000);
  expect(heart.lastBeat()).toBe(kept.at(-1));
  const seen = kept.length;
  await until('beats after it', () => kept.length > seen + 3);
  expect(jumps).toEqual([]);
});

test('a clock that is set back is no sleep', async () => {
  const { kept, jumps, jump } = beating();
  jump(-60 * 60_000);
  await until('beats after it', () => kept.length > 4);
  expect(jumps).toEqual([]);
});
