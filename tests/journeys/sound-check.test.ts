import { createRouterClient } from '@orpc/server';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { clockFrom, listenToBell } from '../support/listen-to-bell.ts';
import { startShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const PATH = process.env['PATH'];
afterEach(() => {
  process.env['PATH'] = PATH;
});

/** A system whose one sink is muted or not; the file decides at each question. */
function systemSound(): (mute: 'yes' | 'no') => void {
  const folder = temporaryFolder();
  const set = (mute: 'yes' | 'no') =>
    writeFileSync(
      path.join(folder, 'pactl'),
      `#!/bin/sh\n[ "$1" = info ] && echo 'Default Sink: a' || printf 'Sink #1\\n\\tName: a\\n\\tDescription: Shop\\n\\tMute: ${mute}\\n\\tVolume: mono: 1 / 70%%\\n'\n`,
    );
  set('no');
  chmodSync(path.join(folder, 'pactl'), 0o755);
  process.env['PATH'] = `${folder}:${PATH}`;
  return set;
}

test('the alarm sounds on every screen at any hour, and "not heard" stays until somebody hears it', async () => {
  const now = clockFrom('2026-11-25T03:00:00+01:00');
  const shop = closeAfter(await startShop({ now }));
  await shop.api.settings.save({ quietHours: { on: true, from: '22:00', to: '07:00' } });
  const screens = [await listenToBell(shop.api, 'screen-number-1'), await listenToBell(shop.api, 'screen-number-2')];
  await shop.api.live.screenSound({ screenId: 'screen-number-1', ready: true });
  expect(await shop.api.bell.check()).toMatchObject({ askedAt: expect.any(Number), trouble: null });
  for (const screen of screens) await until('the alarm', () => screen.heard.some(({ check, ring }) => check && !ring));
  expect(await shop.api.bell.answer({ heard: false })).toMatchObject({ askedAt: null, trouble: 'not-heard' });

  const again = closeAfter(await shop.restart());
  const after = await listenToBell(again.api, 'screen-number-1');
  await again.api.live.screenSound({ screenId: 'screen-number-1', ready: true });
  expect((await again.api.bell.get()).trouble).toBe('not-heard');
  await again.api.bell.check();
  await until('the alarm', () => after.heard.some(({ check }) => check));
  expect(await again.api.bell.answer({ heard: true })).toMatchObject({ trouble: null });
});

test.skipIf(process.platform !== 'linux')('a muted system is said for the window on this machine, and to no browser elsewhere', async () => {
  const set = systemSound();
  const shop = closeAfter(await startShop());
  await listenToBell(shop.api, 'screen-number-1');
  await shop.api.live.screenSound({ screenId: 'screen-number-1', ready: true });
  set('yes');
  expect(await shop.api.bell.check()).toMatchObject({ trouble: null, system: { state: 'unknown' } });

  const window = createRouterClient(shop.app.router, { context: shop.app.context(null, 'desktop') });
  await listenToBell(window, 'screen-number-2');
  expect(await until('the mute', async () => (await window.bell.get()).trouble)).toBe('muted');
  set('no');
  expect(await window.bell.check()).toMatchObject({ trouble: null, system: { state: 'ok', volume: 70, output: 'Shop' } });
});

test('a screen that lacks an output device cannot be heard', async () => {
  const shop = closeAfter(await startShop());
  await listenToBell(shop.api, 'screen-number-1');
  await shop.api.live.screenSound({ screenId: 'screen-number-1', ready: false, outputs: 0 });
  expect((await shop.api.bell.get()).trouble).toBe('no-output');
  await shop.api.live.screenSound({ screenId: 'screen-number-1', ready: true, outputs: 1 });
  expect((await shop.api.bell.get()).trouble).toBe(null);
});
