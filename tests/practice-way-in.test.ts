import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTurns } from '../electron/parts/start-printing.ts';
import { createPractice } from '../electron/practice.ts';
import { defaultSettings } from '../electron/settings/default-settings.ts';
import { PRACTICE_ACCOUNT } from '../electron/simulator/practice-account.ts';
import { closeAfter } from './support/close-after.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

async function openPractice(pace = 1) {
  const log: string[] = [];
  const practice = closeAfter(
    createPractice({
      dataFolder: path.join(temporaryFolder(), 'data'),
      values: defaultSettings,
      shopLanguage: () => 'en',
      printers: { system: null, inTurn: createTurns() },
      day: () => ({ timeZone: 'Europe/Berlin', businessDayStart: 4 }),
      now: Date.now,
      newId: randomUUID,
      random: Math.random,
      log: (text) => void log.push(text),
      pace,
      watchPace: 1,
      seed: 7,
      onLine: () => undefined,
    }),
  );
  await practice.start();
  practice.script(false);
  const line = practice.line();
  if (!line) throw new Error('It did not open');
  const connection = () => line.connection({ connected: 0, soundReady: 0 });
  return { practice, line, connection, log };
}

/** What Meta keeps as the number's callback. */
async function callbackAtMeta({ access }: { access: () => { baseUrl: string; version: string; accessToken: string } | null }): Promise<unknown> {
  const to = access();
  if (!to) throw new Error('no access');
  const answer = await fetch(`${to.baseUrl}/${to.version}/106540352242922?fields=webhook_configuration`, {
    headers: { authorization: `Bearer ${to.accessToken}` },
  });
  return ((await answer.json()) as Record<string, unknown>)['webhook_configuration'];
}

test('the practice shop is reached through its tunnel of paper, at the address that is registered', async () => {
  const { practice, line, connection, log } = await openPractice();
  const { tunnel, tunnelKind, callbackUrl } = connection();
  expect(tunnelKind).toBe('practice');
  expect(tunnel).toMatchObject({ state: 'up', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  expect(new URL(callbackUrl ?? '').port).not.toBe(String(line.port));
  expect(await callbackAtMeta(line)).toEqual({ application: callbackUrl });
  await practice.act('order');
  expect(line.store.orders.ringing()).toHaveLength(1);
  // The callback has proved itself before anybody wrote.
  expect(log.filter((text) => /[Cc]allback|refused/.test(text))).toEqual([]);
  expect(PRACTICE_ACCOUNT.appId).toMatch(/^\d+$/);
});

test('what a cut tunnel kept out comes in late once it stands again', async () => {
  const { practice, line, connection } = await openPractice(100);
  await practice.trouble({ tunnel: 'cut' });
  expect(connection().tunnel.state).toBe('down');
  await practice.act('order');
  expect(line.store.orders.ringing()).toHaveLength(0);
  await practice.trouble({ tunnel: 'good' });
  await until('the late order', () => line.store.orders.ringing().length === 1);
  expect(connection().tunnel.state).toBe('up');
});

test('its address changes on demand, and a dead tunnel lives again when it is started anew', async () => {
  const { practice, line, connection } = await openPractice();
  const first = connection().callbackUrl;
  await practice.readdress();
  expect(connection().callbackUrl).not.toBe(first);
  await practice.trouble({ tunnel: 'dead' });
  expect(practice.view().trouble.tunnel).toBe('dead');
  await practice.restartTunnel();
  await until('the tunnel', () => connection().tunnel.state === 'up');
  expect(practice.view().trouble.tunnel).toBe('good');
  expect((await fetch(`${connection().callbackUrl ?? ''}?probe=12345678`)).status).toBe(200);
  expect(line.port).not.toBeNull();
});

test('trouble that makes no sense, or of a closed practice shop, is refused', async () => {
  const { practice } = await openPractice();
  await practice.trouble({ tunnel: 'token-refused' });
  await expect(practice.readdress()).rejects.toThrow(RangeError);
  await practice.stop();
  await expect(practice.trouble({ quality: 'RED' })).rejects.toThrow('closed');
  await expect(practice.readdress()).rejects.toThrow('closed');
  expect(practice.view().trouble).toMatchObject({ tunnel: 'good', quality: 'GREEN', callback: 'own' });
});
