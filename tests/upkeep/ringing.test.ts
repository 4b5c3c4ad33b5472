import { expect, onTestFinished, test } from 'vitest';
import type { BellEvent } from '../../shared/contract/live.ts';
import { openBell } from '../support/open-bell.ts';
import { until } from '../support/until.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const idsOf = (event: BellEvent | undefined) => event?.ringing.flatMap((line) => line.orderIds.map((id) => `${line.shop}/${id}`));

test('a new order rings at once, together with what waits already', async () => {
  const { set, screen } = openBell();
  const { heard, rings } = screen('screen-one');
  await until('the first word', () => heard.length === 1);
  expect(heard[0]).toMatchObject({ ring: false, tone: false });
  set([1]);
  await until('its ring', () => rings() === 1);
  set([1, 2], [1]);
  await until('the second ring', () => rings() === 2);
  expect(idsOf(heard.at(-1))).toEqual(['real/1', 'real/2', 'practice/1']);
});

test('an order taken anywhere is quiet on every screen', async () => {
  const { set, screen } = openBell();
  const [one, two] = [screen('screen-one'), screen('screen-two')];
  set([1]);
  await until('both', () => one.rings() === 1 && two.rings() === 1);
  set([]);
  await until('the silence', () => idsOf(one.heard.at(-1))?.length === 0 && idsOf(two.heard.at(-1))?.length === 0);
  expect([one.rings(), two.rings()]).toEqual([1, 1]);
});

test('after the computer slept it rings at once, and once: the timer stood still', async () => {
  const { bell, set, screen } = openBell({ everyMs: 60_000 });
  const { rings, heard } = screen('screen-one');
  await until('the first word', () => heard.length === 1);
  bell.wakeUp();
  set([1]);
  await until('its ring', () => rings() === 1);
  bell.wakeUp();
  await until('the ring after the sleep', () => rings() === 2);
  await pause(100);
  expect(rings()).toBe(2);
});

test('an order taken just before a pulse is told all the same', async () => {
  for (let after = 0; after < 8; after += 1) {
    // The pulse comes every 8 ms, the reading of the change 20 ms after it was told: some pulse always comes first.
    const { set, screen } = openBell({ everyMs: 8 });
    const { heard, rings, leave } = screen('screen-one');
    set([1]);
    await until('some pulses', () => rings() >= 2);
    await pause(after);
    set([]);
    await until('the silence', () => idsOf(heard.at(-1))?.length === 0, 500);
    await leave();
  }
});

test('a screen that was busy does not ring for what was taken meanwhile', async () => {
  const { bell, set } = openBell({ everyMs: 10 });
  const slow = bell.listen('screen-slow', 'browser');
  onTestFinished(() => void slow.return());
  await slow.next();
  set([1]);
  await pause(60);
  set([]);
  await pause(60);
  const { value } = await slow.next();
  expect(value).toMatchObject({ ring: false });
  expect(idsOf(value as BellEvent)).toEqual([]);
});

test('several orders at once ring once, and a batch of changes is read once', async () => {
  const { bell, set, screen } = openBell();
  const { heard, rings } = screen('screen-one');
  await until('the first word', () => heard.length === 1);
  for (let id = 1; id <= 20; id += 1) set(Array.from({ length: id }, (_, index) => index + 1));
  bell.update();
  await until('the ring', () => rings() === 1);
  await pause(50);
  expect(rings()).toBe(1);
  expect(idsOf(heard.at(-1))).toHaveLength(20);
});

test('a screen that comes later rings at once, and the others hear nothing of it', async () => {
  const { set, screen } = openBell();
  const one = screen('screen-one');
  set([1]);
  await until('its ring', () => one.rings() === 1);
  const two = screen('screen-two');
  await until('the ring', () => two.rings() === 1);
  await pause(40);
  expect([one.rings(), two.rings()]).toEqual([1, 1]);
});

test('a screen that comes in the moment of an order rings once, not twice', async () => {
  const { set, screen } = openBell();
  set([1]);
  const { rings } = screen('screen-one');
  await until('its ring', () => rings() >= 1);
  await pause(60);
  expect(rings()).toBe(1);
});

test('the ring is repeated until nothing waits, and not after', async () => {
  const { set, screen } = openBell({ everyMs: 20 });
  const { rings } = screen('screen-one');
  set([1]);
  await until('five rings', () => rings() >= 5);
  set([]);
  await pause(50);
  const then = rings();
  await pause(80);
  expect(rings()).toBe(then);
});

test('pulses that a screen missed are not made up for', async () => {
  const { bell, set } = openBell({ everyMs: 100 });
  const slow = bell.listen('screen-slow', 'browser');
  onTestFinished(() => void slow.return());
  await slow.next();
  set([1]);
  // Its ring after 20 ms, pulses after 120 and 220: the next one is due 50 ms later.
  await pause(270);
  expect((await slow.next()).value).toMatchObject({ ring: true });
  const before = performance.now();
  expect((await slow.next()).value).toMatchObject({ ring: true });
  expect(performance.now() - before).toBeGreaterThan(10);
});

test('a chat’s tone sounds once, and no ring with it', async () => {
  const { bell, screen } = openBell();
  const { heard } = screen('screen-one');
  await until('the first word', () => heard.length === 1);
  bell.tone();
  await until('the tone', () => heard.length === 2);
  expect(heard[1]).toMatchObject({ tone: true, ring: false });
});

test('a flood of messages does not read what waits again and again', async () => {
  const { bell, set, screen, reads } = openBell();
  set([1]);
  const { heard } = screen('screen-one');
  await until('the ring', () => heard.some((event) => event.ring));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = reads();
  for (let message = 0; message < 100; message += 1) bell.tone();
  await until('the tone', () => heard.at(-1)?.tone);
  expect([heard.at(-1)?.ringing[0]?.orderIds, reads() - before]).toEqual([[1], 0]);
});

test('screens are counted while they listen, and are ready when they say so', async () => {
  const { bell, screen, told } = openBell();
  expect(bell.setSound('screen-one', true, null)).toBe(false);
  const one = screen('screen-one');
  const two = screen('screen-two');
  expect(bell.screens()).toEqual({ connected: 2, soundReady: 0 });
  expect(bell.setSound('screen-one', true, null)).toBe(true);
  const then = told();
  bell.setSound('screen-one', true, null);
  expect(told()).toBe(then);
  expect(bell.screens()).toEqual({ connected: 2, soundReady: 1 });
  await one.leave();
  expect(bell.screens()).toEqual({ connected: 1, soundReady: 0 });
  expect(told()).toBe(then + 1);
  await two.leave();
  expect(bell.screens()).toEqual({ connected: 0, soundReady: 0 });
});

test('a page that was loaded anew under its old id is one screen, and stays when the old one ends', async () => {
  const { bell, set, screen } = openBell();
  const old = screen('screen-one');
  bell.setSound('screen-one', true, null);
  const young = screen('screen-one');
  expect(bell.screens()).toEqual({ connected: 1, soundReady: 0 });
  bell.setSound('screen-one', true, null);
  await old.leave();
  expect(bell.screens()).toEqual({ connected: 1, soundReady: 1 });
  set([1]);
  await until('its ring', () => young.rings() === 1);
});

test('the end of the bell ends its screens, and nothing sounds after it', async () => {
  const { bell, set, screen } = openBell({ everyMs: 10 });
  const { heard, over } = screen('screen-one');
  set([1]);
  await until('a ring', () => heard.length > 1);
  bell.stop();
  await over;
  const then = heard.length;
  set([1, 2]);
  bell.tone();
  await pause(60);
  expect(heard).toHaveLength(then);
  expect(bell.screens().connected).toBe(0);
});
