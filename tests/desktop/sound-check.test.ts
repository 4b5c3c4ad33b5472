import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callContract } from '../support/desktop/call-contract.ts';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';

type View = { trouble: string | null; system: { state: string; volume: number | null; output: string | null } };

describe.skipIf(noDesktop)('the sound check', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop();
    await callContract(desktop.page, 'practice/script', { on: false });
  });
  afterAll(async () => {
    pactl('set-sink-mute', 'no');
    pactl('set-sink-volume', '100%');
    await desktop.close();
  });

  const check = async () => (await callContract(desktop.page, 'bell/check')) as View;
  const strip = (words: string) => desktop.page.getByRole('status').filter({ hasText: words });

  test('plays the alarm in quiet hours too', async () => {
    await callContract(desktop.page, 'settings/save', { quietHours: { on: true, from: '00:00', to: '00:00' } });
    await check();
    const audible = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCurrentlyAudible());
    await expect.poll(audible, { timeout: 10_000, interval: 50 }).toBe(true);
    await strip('did you hear the alarm?').getByRole('button', { name: 'Yes, I heard it' }).click();
    await expect.poll(() => strip('did you hear the alarm?').count()).toBe(0);
  });

  test('reads the system: muted, turned down, and mended', async () => {
    const sink = execFileSync('pactl', ['get-default-sink'], { encoding: 'utf8' }).trim();
    expect(sink).not.toBe('');
    pactl('set-sink-mute', 'yes');
    expect(await check()).toMatchObject({ trouble: 'muted', system: { state: 'muted' } });
    await callContract(desktop.page, 'bell/answer', { heard: true });
    await strip('sound is muted').waitFor();
    pactl('set-sink-mute', 'no');
    pactl('set-sink-volume', '5%');
    expect(await check()).toMatchObject({ trouble: 'quiet', system: { state: 'quiet', volume: 5 } });
    pactl('set-sink-volume', '90%');
    expect(await check()).toMatchObject({ trouble: null, system: { state: 'ok', volume: 90 } });
  });
});

function pactl(what: 'set-sink-mute' | 'set-sink-volume', value: string): void {
  execFileSync('pactl', [what, '@DEFAULT_SINK@', value]);
}
