import { expect, test } from 'vitest';
import { type AwakeValues, stayAwake, wantsAwake } from '../../electron/shell/stay-awake.ts';

const WEEK = [[{ from: '09:00', to: '18:00' }], [], [], [], [], [], []];
const SET: AwakeValues = { stayAwake: true, openingHours: WEEK, quietHours: { on: true, from: '12:00', to: '14:00' }, timeZone: 'Europe/Berlin' };
/** A Monday in the winter, by Berlin's clock. */
const monday = (clock: string) => Date.parse(`2026-01-12T${clock}:00+01:00`);

test('the computer stays awake while the shop is open, by the shop’s own clock; quiet hours close no shop', () => {
  const seen = ['08:59', '09:00', '13:00', '17:59', '18:00'].map((clock) => wantsAwake(SET, monday(clock)));
  expect(seen).toEqual([false, true, true, true, false]);
  expect(wantsAwake({ ...SET, timeZone: 'America/New_York' }, monday('13:00'))).toBe(false);
});

test('without opening hours always, and never where nobody asked for it', () => {
  const always = { ...SET, openingHours: [[], [], [], [], [], [], []] };
  expect(wantsAwake(always, monday('03:00'))).toBe(true);
  expect(wantsAwake({ ...always, stayAwake: false }, monday('03:00'))).toBe(false);
});

test('one hold at a time: taken as the shop opens, let go as it closes or is told to', () => {
  const held = new Set<number>();
  let given = 0;
  let now = monday('08:00');
  let values = SET;
  const blocker = {
    start(type: string) {
      expect(type).toBe('prevent-app-suspension');
      held.add((given += 1));
      return given;
    },
    stop: (id: number) => held.delete(id),
    isStarted: (id: number) => held.has(id),
  };
  const awake = stayAwake({ blocker, values: () => values, now: () => now, log: () => undefined });
  const at = (clock: string) => {
    now = monday(clock);
    awake.follow();
    return [held.size, awake.isAwake()];
  };
  expect([at('08:00'), at('09:00'), at('10:00'), at('18:00')]).toEqual([
    [0, false],
    [1, true],
    [1, true],
    [0, false],
  ]);
  expect(at('11:00')).toEqual([1, true]);
  values = { ...SET, stayAwake: false };
  expect(at('11:01')).toEqual([0, false]);
});
