import { expect, test } from 'vitest';
import { openBell } from '../support/open-bell.ts';
import { until } from '../support/until.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const QUIET = { on: true, from: '22:00', to: '07:00' };
const ALL_WEEK = Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }]);

/** A clock that runs from a moment on. */
function clockFrom(iso: string) {
  const ahead = Date.parse(iso) - Date.now();
  return () => Date.now() + ahead;
}

test('in quiet hours it is silent and says why and until when, and rings when they end', async () => {
  const { set, screen } = openBell({ now: clockFrom('2026-11-24T06:59:59.000+01:00'), quietHours: QUIET, everyMs: 300 });
  const { heard, rings } = screen('screen-one');
  set([1]);
  await until('the silence', () => heard.at(-1)?.silent === 'quiet-hours');
  expect(heard.at(-1)).toMatchObject({ ring: false, silentUntil: Date.parse('2026-11-24T07:00:00+01:00') });
  set([1, 2]);
  await pause(400);
  expect(rings()).toBe(0);
  await until('the ring at seven', () => rings() > 0, 3_000);
  expect(heard.find((event) => event.ring)).toMatchObject({ silent: null, silentUntil: null });
  await until('the next one', () => rings() > 1, 3_000);
});

test('a screen that comes in quiet hours hears nothing, and is told', async () => {
  const { set, screen } = openBell({ now: clockFrom('2026-11-24T02:00:00+01:00'), quietHours: QUIET });
  set([1]);
  const { heard } = screen('screen-one');
  await until('the first word', () => heard.length > 0);
  expect(heard[0]).toMatchObject({ ring: false, silent: 'quiet-hours' });
});

test('closed is silent like quiet hours; where orders ring all the same, chats still do not', async () => {
  const { bell, set, change, screen } = openBell({ now: clockFrom('2026-11-24T20:00:00+01:00'), openingHours: ALL_WEEK });
  const { heard, rings } = screen('screen-one');
  set([1]);
  await until('the silence', () => heard.at(-1)?.silent === 'closed');
  bell.tone();
  change({ ringInQuietHours: true });
  await until('the ring', () => rings() === 1);
  bell.tone();
  await pause(50);
  expect(heard.filter((event) => event.tone)).toEqual([]);
  change({ openingHours: [[], [], [], [], [], [], []] });
  await pause(50);
  bell.tone();
  await until('the tone', () => heard.some((event) => event.tone));
});

test('the check sounds at any hour', async () => {
  const { bell, screen } = openBell({ now: clockFrom('2026-11-24T02:00:00+01:00'), quietHours: QUIET });
  const { heard } = screen('screen-one');
  await until('the first word', () => heard.length > 0);
  bell.check();
  await until('the check', () => heard.some((event) => event.check));
  expect(heard.filter((event) => event.check)).toHaveLength(1);
});

test('what has rung for as long as it was set to goes on without a sound, and a fresh order starts anew', async () => {
  const { set, screen } = openBell({ everyMs: 50, forMs: 300 });
  const { heard, rings } = screen('screen-one');
  set([1]);
  await until('the end', () => heard.at(-1)?.silent === 'ran-out', 2_000);
  const then = rings();
  expect(then).toBeGreaterThan(2);
  await pause(200);
  expect(rings()).toBe(then);
  expect(heard.at(-1)?.ringing[0]?.orderIds).toEqual([1]);
  set([1, 2]);
  await until('the ring anew', () => rings() > then + 1);
  expect(heard.at(-1)?.silent).toBe(null);
});

test('a burst of late orders rings once, and a fresh one beside them at once', async () => {
  const { set, screen } = openBell();
  const { heard, rings } = screen('screen-one');
  const late = (id: number) => ({ id, from: Date.now(), late: true });
  set([late(1)]);
  await until('the ring', () => rings() === 1);
  for (const count of [2, 3, 4]) {
    set(Array.from({ length: count }, (_, index) => late(index + 1)));
    await pause(40);
  }
  expect(rings()).toBe(1);
  expect(heard.at(-1)?.ringing[0]).toMatchObject({ orderIds: [1, 2, 3, 4], lateIds: [1, 2, 3, 4] });
  set([late(1), late(2), late(3), late(4), 5]);
  await until('the second ring', () => rings() === 2);
});
