import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSoundCheckFile } from '../../electron/settings/sound-check-file.ts';
import type { SoundReading } from '../../electron/upkeep/read-system-sound.ts';
import { startSoundCheck } from '../../electron/upkeep/sound-check.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const WEEK = Array.from({ length: 7 }, () => [] as { from: string; to: string }[]);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A sound check on a folder of its own, over screens and a system that the test sets. */
function openCheck(given: { folder?: string; start?: string; everyMs?: number } = {}) {
  const folder = given.folder ?? temporaryFolder();
  let ahead = Date.parse(given.start ?? '2026-11-25T12:00:00+01:00') - Date.now();
  const screens = { connected: 1, soundReady: 1, here: true, lackOutput: false };
  let system: SoundReading = { state: 'ok', volume: 80, output: 'Speakers' };
  const seen = { played: 0, told: 0 };
  const hours = { quietHours: { on: true, from: '22:00', to: '07:00' }, openingHours: WEEK, timeZone: 'Europe/Berlin' };
  const check = startSoundCheck({
    ringing: { check: () => void (seen.played += 1), screens: () => screens, isHere: () => screens.here, lackOutput: () => screens.lackOutput },
    hours: () => hours,
    checkAt: () => '09:00',
    keep: createSoundCheckFile({ dataFolder: folder, log: () => undefined }),
    readSystem: () => Promise.resolve(system),
    now: () => Date.now() + ahead,
    onChange: () => void (seen.told += 1),
    everyMs: given.everyMs ?? 60_000,
  });
  onTestFinished(() => check.stop());
  return {
    check,
    folder,
    screens,
    seen,
    hours,
    setSystem: (next: Partial<SoundReading>) => (system = { ...system, ...next }),
    setClock: (iso: string) => (ahead = Date.parse(iso) - Date.now()),
  };
}

test('plays the alarm, asks until somebody answers, and keeps a "not heard" over a restart', async () => {
  const { check, folder, seen } = openCheck();
  expect(await check.check()).toMatchObject({ askedAt: expect.any(Number), answer: null, trouble: null });
  expect(seen.played).toBe(1);
  const again = openCheck({ folder });
  expect(again.check.view().askedAt).not.toBe(null);
  expect(again.check.answer(false)).toMatchObject({ askedAt: null, answer: { heard: false }, trouble: 'not-heard' });
  const third = openCheck({ folder });
  expect(third.check.view().trouble).toBe('not-heard');
  expect(third.check.answer(true).trouble).toBe(null);
  expect(openCheck({ folder }).check.view()).toMatchObject({ answer: { heard: true }, trouble: null });
});

test('reads the system at each check, and says what is wrong until it is mended', async () => {
  const { check, setSystem, seen } = openCheck();
  setSystem({ state: 'muted' });
  expect(await check.check()).toMatchObject({ system: { state: 'muted', volume: 80, output: 'Speakers' }, trouble: 'muted' });
  check.answer(true);
  expect(check.view().trouble).toBe('muted');
  setSystem({ state: 'ok' });
  const told = seen.told;
  check.update();
  await check.check();
  expect(check.view().trouble).toBe(null);
  expect(seen.told).toBeGreaterThan(told);
});

test('looks at the system by itself while a screen sounds on this machine, and only then', async () => {
  const { check, screens, setSystem } = openCheck({ everyMs: 10 });
  setSystem({ state: 'quiet', volume: 5 });
  await until('the trouble', () => check.view().trouble === 'quiet');
  screens.here = false;
  expect(check.view()).toMatchObject({ trouble: null, system: { state: 'unknown', readAt: null } });
});

test('without a screen that is heard there is trouble while the shop is open', () => {
  const { check, screens, hours } = openCheck();
  screens.soundReady = 0;
  expect(check.view().trouble).toBe('no-screen');
  hours.openingHours = WEEK.with(6, [{ from: '09:00', to: '10:00' }]);
  expect(check.view().trouble).toBe(null);
  screens.lackOutput = true;
  expect(check.view().trouble).toBe('no-output');
});

test('plays by itself at its hour, once a day, and is due until somebody answers', async () => {
  const { check, seen, setClock } = openCheck({ start: '2026-11-25T08:59:00+01:00', everyMs: 5 });
  await pause(40);
  expect(check.view().due).toBe(false);
  setClock('2026-11-25T09:00:10+01:00');
  await until('the alarm', () => seen.played === 1);
  await pause(60);
  expect(seen.played).toBe(1);
  expect(check.view()).toMatchObject({ due: true });
  check.answer(true);
  expect(check.view().due).toBe(false);
});

test('at an hour of silence, or where nobody is, it is due and plays nothing', async () => {
  const { check, seen, setClock, screens, hours } = openCheck({ start: '2026-11-25T08:59:00+01:00', everyMs: 5 });
  hours.quietHours.to = '10:00';
  setClock('2026-11-25T09:00:10+01:00');
  await until('the hour', () => check.view().due);
  hours.quietHours.to = '07:00';
  screens.connected = 0;
  setClock('2026-11-26T08:59:00+01:00');
  await pause(30);
  setClock('2026-11-26T09:00:10+01:00');
  await pause(40);
  expect(seen.played).toBe(0);
});

test('a file that is broken is as none, and is written anew', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'sound-check.json'), '{"since": "yesterday"');
  const { check } = openCheck({ folder });
  expect(check.view()).toMatchObject({ askedAt: null, answer: null, due: false });
  check.answer(false);
  expect(openCheck({ folder }).check.view().trouble).toBe('not-heard');
});
