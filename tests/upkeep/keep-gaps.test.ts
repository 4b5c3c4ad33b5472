import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepGaps } from '../../electron/upkeep/keep-gaps.ts';
import { closedSince, isGap, isSameSleep, LEAST_GAP_MS, mayComeUntil, META_RETRIES_MS } from '../../shared/domain/gap-rules.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const MINUTE = 60_000;

function open() {
  const rooms = openRooms();
  let at = T;
  const told: string[] = [];
  const start = () => keepGaps({ store: rooms.store, onGap: (cause, beganAt) => void told.push(`${cause} ${(beganAt - T) / MINUTE}`), pace: 1, now: () => at });
  const minute = (moment: number | null) => (moment === null ? null : (moment - T) / MINUTE);
  return {
    ...rooms,
    told,
    start,
    /** Minutes after T. */
    goTo: (minutes: number) => void (at = T + minutes * MINUTE),
    spans: () =>
      rooms.store.gaps
        .since(0)
        .map(({ cause, began_at, ended_at }) => [cause, minute(began_at), minute(ended_at)])
        .toReversed(),
  };
}

describe('closed', () => {
  test('is a gap from the last sign of life on, where it was for long enough and could be reached before', () => {
    const { start, goTo, spans, told } = open();
    goTo(10);
    start().began(null, null);
    start().began(T, null);
    start().began(T + 5 * MINUTE + 1, T);
    expect(spans()).toEqual([]);
    start().began(T, T);
    expect([spans(), told]).toEqual([[['closed', 0, 10]], ['closed 0']]);
  });

  test('begins with the cut that came shortly before, and not with one of long ago', () => {
    expect(closedSince(T + 3 * MINUTE, T, 1)).toBe(T);
    expect(closedSince(T + 60 * MINUTE, T, 1)).toBe(T + 60 * MINUTE);
    expect(closedSince(T, T, 1)).toBe(T);
    expect(closedSince(T, null, 1)).toBe(T);
  });

  test('in the middle of a cut is part of it', () => {
    const { start, goTo, spans, told } = open();
    const first = start();
    goTo(6);
    first.stands(false, T);
    expect(spans()).toEqual([['cut-off', 0, null]]);
    const again = start();
    goTo(60);
    again.began(T + 6 * MINUTE, T);
    again.stands(false, T + 60 * MINUTE);
    expect(told).toEqual([]);
    goTo(70);
    again.stands(true, T);
    expect([spans(), told]).toEqual([[['cut-off', 0, 70]], ['cut-off 0']]);
  });
});

describe('asleep', () => {
  test('told by the clock and by the system is one', () => {
    const { start, goTo, spans, told } = open();
    const gaps = start();
    goTo(60);
    gaps.slept(T + MINUTE, T + 60 * MINUTE);
    gaps.slept(T, T + 60 * MINUTE + 500);
    expect(spans()).toEqual([['asleep', 0, 60 + 500 / MINUTE]]);
    expect(told).toEqual(['asleep 1']);
  });

  test('again at once goes on, and later is another', () => {
    const { start, spans } = open();
    const gaps = start();
    gaps.slept(T, T + 60 * MINUTE);
    gaps.slept(T + 60 * MINUTE, T + 120 * MINUTE);
    gaps.slept(T + 121 * MINUTE, T + 130 * MINUTE);
    gaps.slept(T + 131 * MINUTE, T + 132 * MINUTE);
    expect(spans()).toEqual([
      ['asleep', 0, 120],
      ['asleep', 121, 130],
    ]);
    expect(isSameSleep({ beganAt: T, endedAt: null }, T)).toBe(false);
  });
});

describe('the report', () => {
  test('is of the newest that is over and that nobody saw, and stands for those before it', () => {
    const { start, goTo } = open();
    const gaps = start();
    gaps.slept(T, T + 10 * MINUTE);
    gaps.slept(T + 20 * MINUTE, T + 30 * MINUTE);
    goTo(100);
    gaps.stands(false, T + 90 * MINUTE);
    const report = gaps.unseen();
    expect(report).toMatchObject({ cause: 'asleep', beganAt: T + 20 * MINUTE, mayComeUntil: T + 30 * MINUTE + META_RETRIES_MS });
    gaps.seen(report?.id ?? 0);
    expect(gaps.unseen()).toBeNull();
    expect(gaps.lastEnd()).toBe(T + 30 * MINUTE);
    goTo(101);
    gaps.stands(true, T);
    expect(gaps.unseen()).toMatchObject({ cause: 'cut-off', beganAt: T + 90 * MINUTE, endedAt: T + 101 * MINUTE });
  });

  test('forgets nothing of it while something may still come', () => {
    expect(mayComeUntil({ beganAt: T, endedAt: null }, T + MINUTE)).toBe(T + MINUTE + META_RETRIES_MS);
    expect([isGap(T, T + LEAST_GAP_MS - 1, 1), isGap(T, T + LEAST_GAP_MS, 1), isGap(T, T + LEAST_GAP_MS / 60, 60)]).toEqual([false, true, true]);
  });
});

test('whatever comes and goes, gaps are the stretches of five minutes and more in which nothing stood, and no two overlap', () => {
  const looks = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 8 }), stands: fc.boolean(), restarts: fc.boolean() }), { maxLength: 40 });
  const { db, start, goTo, spans } = open();
  fc.assert(
    fc.property(looks, (given) => {
      db.exec('DELETE FROM gaps');
      goTo(0);
      let gaps = start();
      let at = 0;
      let stood = 0;
      const expected: unknown[] = [];
      gaps.stands(true, T);
      for (const { minutes, stands, restarts } of given) {
        at += minutes;
        goTo(at);
        // What is written down survives the program; a moment's restart is no gap of its own.
        if (restarts) {
          gaps = start();
          gaps.began(T + at * MINUTE, T + stood * MINUTE);
        }
        gaps.stands(stands, T + stood * MINUTE);
        const open = expected.at(-1) as unknown[] | undefined;
        const lasts = open !== undefined && open[2] === null;
        if (stands && lasts) open[2] = at;
        else if (!stands && !lasts && at - stood >= 5) expected.push(['cut-off', stood, null]);
        if (stands) stood = at;
      }
      expect(spans()).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
