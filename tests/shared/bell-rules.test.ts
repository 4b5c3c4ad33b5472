import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BellRules, bellStand, RAN_OUT_EVERY_MS, ringsAnew, type Waiting } from '../../shared/domain/bell-rules.ts';
import { isCheckDue, soundTrouble } from '../../shared/domain/sound-check.ts';

const MINUTE = 60_000;
const at = (iso: string) => Date.parse(iso);
const NOON = at('2026-11-25T12:00:00+01:00');
const rulesOf = (over: Partial<BellRules> = {}): BellRules => ({
  everyMs: 5_000,
  forMs: 0,
  ringInQuietHours: false,
  quietHours: { on: false, from: '22:00', to: '07:00' },
  openingHours: [[], [], [], [], [], [], []],
  timeZone: 'Europe/Berlin',
  ...over,
});
const QUIET = { on: true, from: '22:00', to: '07:00' };

describe('how the bell stands', () => {
  test('without an end it rings as set, for ever', () => {
    expect(bellStand(NOON + 1e9, NOON, rulesOf())).toEqual({ silent: null, silentUntil: null, everyMs: 5_000, changesAt: null });
  });

  test('with one it runs out, and begins anew with a fresh order', () => {
    const rules = rulesOf({ forMs: 3 * MINUTE });
    expect(bellStand(NOON + 3 * MINUTE - 1, NOON, rules)).toMatchObject({ silent: null, everyMs: 5_000, changesAt: NOON + 3 * MINUTE });
    expect(bellStand(NOON + 3 * MINUTE, NOON, rules)).toMatchObject({ silent: 'ran-out', everyMs: RAN_OUT_EVERY_MS });
    expect(bellStand(NOON + 4 * MINUTE, NOON + 4 * MINUTE, rules)).toMatchObject({ silent: null, everyMs: 5_000 });
  });

  test('what came in the night rings in the morning for as long as it is set to', () => {
    const rules = rulesOf({ forMs: 10 * MINUTE, quietHours: QUIET });
    const night = at('2026-11-25T02:00:00+01:00');
    const seven = at('2026-11-25T07:00:00+01:00');
    expect(bellStand(night, night, rules)).toEqual({ silent: 'quiet-hours', silentUntil: seven, everyMs: null, changesAt: seven });
    expect(bellStand(seven, night, rules)).toMatchObject({ silent: null, everyMs: 5_000, changesAt: seven + 10 * MINUTE });
    expect(bellStand(seven + 10 * MINUTE, night, rules).silent).toBe('ran-out');
  });

  test('an hour of silence does not touch orders that ring even then', () => {
    const night = at('2026-11-25T02:00:00+01:00');
    expect(bellStand(night, night, rulesOf({ quietHours: QUIET, ringInQuietHours: true }))).toMatchObject({ silent: null, everyMs: 5_000 });
  });

  test('is asked anew in time: until it may change, it does not', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 24 * 60 });
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: 0, max: 240 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, later, forMinutes, on, share) => {
          const rules = rulesOf({
            forMs: forMinutes * MINUTE,
            quietHours: { ...QUIET, on },
            openingHours: on ? [] : [[{ from: '08:00', to: '01:00' }], [], [], [], [], [], []],
          });
          const now = NOON + (from + later) * MINUTE;
          const stand = bellStand(now, NOON + from * MINUTE, rules);
          const end = stand.changesAt ?? now + 24 * 60 * MINUTE;
          expect(end).toBeGreaterThan(now);
          const then = bellStand(Math.floor(now + share * (end - 1 - now)), NOON + from * MINUTE, rules);
          expect([then.silent, then.everyMs]).toEqual([stand.silent, stand.everyMs]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what rings at once', () => {
  const one = (key: string, late = false): Waiting => ({ key, from: 0, late });
  const known = (...waiting: Waiting[]) => new Map(waiting.map((entry) => [entry.key, entry]));

  test('is what has not rung yet, but for a late one that joins late ones', () => {
    expect(ringsAnew(known(), [one('a')])).toBe(true);
    expect(ringsAnew(known(one('a')), [one('a')])).toBe(false);
    expect(ringsAnew(known(one('a')), [one('a'), one('b')])).toBe(true);
    expect(ringsAnew(known(one('a')), [one('a'), one('b', true)])).toBe(true);
    expect(ringsAnew(known(one('b', true)), [one('b', true), one('c', true)])).toBe(false);
    expect(ringsAnew(known(one('b', true)), [one('b', true), one('c', true), one('d')])).toBe(true);
    // The group was taken: the next late one is a group of its own.
    expect(ringsAnew(known(one('b', true)), [one('c', true)])).toBe(true);
  });
});

describe('the sound check', () => {
  const since = at('2026-11-20T12:00:00+01:00');
  const due = (now: string, answered: string | null, checkAt = '09:00') =>
    isCheckDue({ since, askedAt: null, answer: answered === null ? null : { at: at(answered), heard: true } }, at(now), checkAt, 'Europe/Berlin');

  test.each([
    ['2026-11-20T18:00:00+01:00', null, false],
    ['2026-11-21T08:59:00+01:00', null, false],
    ['2026-11-21T09:00:00+01:00', null, true],
    ['2026-11-21T10:00:00+01:00', '2026-11-21T08:00:00+01:00', true],
    ['2026-11-21T10:00:00+01:00', '2026-11-21T09:30:00+01:00', false],
    ['2026-11-22T08:00:00+01:00', '2026-11-21T09:30:00+01:00', false],
    ['2026-11-22T09:00:00+01:00', '2026-11-21T09:30:00+01:00', true],
  ])('at %s, answered %s: due is %s', (now, answered, expected) => {
    expect(due(now, answered)).toBe(expected);
  });

  test('is never due where it is switched off', () => {
    expect(due('2026-11-25T10:00:00+01:00', null, '')).toBe(false);
  });

  const facts = { system: 'ok', lackOutput: false, ready: 1, isOpen: true, answer: null } as const;
  test.each([
    [{}, null],
    [{ ready: 0 }, 'no-screen'],
    [{ ready: 0, isOpen: false }, null],
    [{ answer: { at: 0, heard: false } }, 'not-heard'],
    [{ answer: { at: 0, heard: false }, system: 'muted' }, 'muted'],
    [{ system: 'quiet', ready: 0 }, 'quiet'],
    [{ lackOutput: true, system: 'unknown' }, 'no-output'],
    [{ system: 'unknown' }, null],
  ] as const)('%o is the trouble %s', (over, trouble) => {
    expect(soundTrouble({ ...facts, ...over })).toBe(trouble);
  });
});
