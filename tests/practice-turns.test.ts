import { defaultSettings } from '../electron/settings/default-settings.ts';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Line } from '../electron/line.ts';
import { createPractice } from '../electron/practice.ts';
import { createTurns } from '../electron/parts/start-printing.ts';
import { closeAfter } from './support/close-after.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

function openPractice() {
  const lines: (Line | null)[] = [];
  const practice = createPractice({
    dataFolder: path.join(temporaryFolder(), 'data'),
    values: defaultSettings,
    shopLanguage: () => 'en',
    printers: { system: null, inTurn: createTurns() },
    day: () => ({ timeZone: 'Europe/Berlin', businessDayStart: 4 }),
    now: Date.now,
    newId: randomUUID,
    random: Math.random,
    log: () => undefined,
    pace: 1,
    watchPace: 1,
    seed: 7,
    onLine: (line) => void lines.push(line),
  });
  return { practice: closeAfter(practice), lines };
}

test('opened twice at once, it is one practice shop; closed twice, it is closed', async () => {
  const { practice, lines } = openPractice();
  await Promise.all([practice.start(), practice.start()]);
  await practice.start();
  expect(lines).toHaveLength(1);
  expect(practice.view()).toMatchObject({ running: true, scripted: true });
  await Promise.all([practice.stop(), practice.stop()]);
  expect(practice.view()).toMatchObject({ running: false, scripted: false });
  expect(lines.map((line) => line === null)).toEqual([false, true]);
  await practice.act('order');
  practice.behave({ repeat: true });
});

test('opened while it is still closing, it waits: two never stand on one file', async () => {
  const { practice, lines } = openPractice();
  await practice.start();
  const order: string[] = [];
  const stopped = practice.stop().then(() => order.push('stopped'));
  const started = practice.start().then(() => order.push('started'));
  await Promise.all([stopped, started]);
  expect(order).toEqual(['stopped', 'started']);
  expect(lines.map((line) => line !== null)).toEqual([true, false, true]);
  await practice.act('order');
  expect(practice.line()?.store.orders.ringing()).toHaveLength(1);
});

test('closed while it is still opening, it closes when it has opened', async () => {
  const { practice, lines } = openPractice();
  const started = practice.start();
  await practice.stop();
  await started;
  expect(practice.line()).toBeNull();
  expect(lines.map((line) => line !== null)).toEqual([true, false]);
});
