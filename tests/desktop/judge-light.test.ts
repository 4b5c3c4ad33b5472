import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALM_MS, judgeLight, type LightLook, NO_STORY, PATIENCE_MS } from '../../electron/shell/judge-light.ts';

type Light = LightLook['light'];
const GOOD: Light = { tone: 'good', reason: null, action: null, metaAt: 5 };
const BUSY: Light = { tone: 'busy', reason: null, action: null, metaAt: 5 };
const NONE: Light = { tone: 'none', reason: null, action: 'set-up', metaAt: 5 };
const CUT: Light = { tone: 'bad', reason: 'loop-unreachable', action: 'restart-tunnel', metaAt: 5 };
const EXPIRED: Light = { tone: 'bad', reason: 'token-expired', action: 'enter-token', metaAt: 5 };
const silent = (metaAt: number): Light => ({ tone: 'warn', reason: 'silent-too-long', action: 'check-now', metaAt });

/** What is told while one light after the other is seen; times in seconds. */
function tell(looks: readonly (readonly [at: number, light: Light, mayTell?: boolean])[], more: Partial<LightLook> = {}): (string | null)[] {
  let story = NO_STORY;
  return looks.map(([at, light, mayTell = true]) => {
    const judged = judgeLight(story, { light, mayTell, reachedBefore: true, pace: 1, now: at * 1000, ...more });
    ({ story } = judged);
    const { notice } = judged;
    return notice === null ? null : notice.what === 'again' ? `again ${notice.from / 1000}-${notice.to / 1000}` : notice.what;
  });
}

test('a cut is told once, when it has lasted a minute, and its end once, when it holds', () => {
  const looks = [
    [0, GOOD],
    [10, CUT],
    [69, CUT],
    [70, CUT],
    [200, CUT],
    [210, GOOD],
    [239, GOOD],
    [240, GOOD],
    [300, GOOD],
  ] as const;
  expect(tell(looks)).toEqual([null, null, null, 'red', null, null, null, 'again 10-210', null]);
});

test('what only a person can mend is told at once', () => {
  expect(tell([[10, EXPIRED]])).toEqual(['red']);
});

test('looking anew in between hides no minute of red', () => {
  const looks = [
    [0, CUT],
    [40, BUSY],
    [61, CUT],
  ] as const;
  expect(tell(looks)).toEqual([null, null, 'red']);
});

test('what comes and goes is told once', () => {
  const flapping = [...Array(40).keys()].map((turn) => [100 + turn * 20, turn % 2 === 0 ? GOOD : CUT] as const);
  const told = tell([[0, CUT], [60, CUT], ...flapping, [2_000, GOOD], [2_030, GOOD]]);
  expect(told.filter((one) => one !== null)).toEqual(['red', 'again 0-2000']);
});

test('a shop that was never reached is being set up: its red is no news', () => {
  const looks = [
    [0, CUT],
    [600, CUT],
    [601, EXPIRED],
  ] as const;
  expect(tell(looks, { reachedBefore: false })).toEqual([null, null, null]);
});

test('what must not be told at this hour is told later, if it is still so', () => {
  const looks = [
    [0, CUT, false],
    [100, CUT, false],
    [101, CUT],
    [200, GOOD, false],
    [300, GOOD, false],
    [301, GOOD],
  ] as const;
  expect(tell(looks)).toEqual([null, null, 'red', null, null, 'again 0-200']);
  const mended = [
    [0, CUT, false],
    [100, GOOD, false],
    [200, GOOD],
  ] as const;
  expect(tell(mended)).toEqual([null, null, null]);
});

test('a silence is told once, and the next one again', () => {
  const looks = [
    [0, silent(5)],
    [60, silent(5)],
    [70, GOOD],
    [80, silent(5)],
    [900, silent(800)],
  ] as const;
  expect(tell(looks)).toEqual(['silent', null, null, null, 'silent']);
});

test('who takes the way in away is told nothing more', () => {
  const looks = [
    [0, EXPIRED],
    [10, NONE],
    [100, GOOD],
    [200, GOOD],
  ] as const;
  expect(tell(looks)).toEqual(['red', null, null, null]);
});

test('whatever the light does: red and its end are told in turn, never sooner than their time', () => {
  const light = fc.constantFrom(GOOD, BUSY, CUT, EXPIRED, silent(5), silent(6));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), light, fc.boolean()), { maxLength: 60 }), (steps) => {
      let at = 0;
      const looks = steps.map(([wait, seen, mayTell]) => [(at += wait), seen, mayTell] as const);
      const told = tell(looks);
      const turns = told.filter((one) => one !== null && one !== 'silent').map((one) => (one === 'red' ? 'red' : 'again'));
      expect(turns).toEqual(turns.map((_one, index) => (index % 2 === 0 ? 'red' : 'again')));
      for (const [index, notice] of told.entries()) {
        if (notice === null) continue;
        const [now = 0, seen, mayTell] = looks[index] ?? [];
        expect(mayTell).toBe(true);
        if (notice === 'red') expect(seen?.tone).toBe('bad');
        // The whole time before it was of one kind.
        const since = notice === 'red' && seen === CUT ? PATIENCE_MS / 1000 : notice.startsWith('again') ? CALM_MS / 1000 : 0;
        const within = looks.filter(([when], place) => place <= index && when > now - since);
        const wrong = notice === 'red' ? ['good', 'warn'] : ['bad'];
        expect(within.some(([, { tone }]) => wrong.includes(tone))).toBe(false);
      }
    }),
  );
});
