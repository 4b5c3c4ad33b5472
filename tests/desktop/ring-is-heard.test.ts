import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callContract, listenContract } from '../support/desktop/call-contract.ts';
import { launchShop } from '../support/desktop/launch-shop.ts';
import type { DesktopShop } from '../support/desktop/launch-shop.ts';
import { recordSound } from '../support/desktop/record-sound.ts';
import type { Recording } from '../support/desktop/record-sound.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { CONTACT, envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { until } from '../support/until.ts';

const EVERY_S = 3;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(noDesktop)('the ring', () => {
  let desktop: DesktopShop;
  let recording: Recording;

  beforeAll(async () => {
    desktop = await launchShop();
    await callContract(desktop.page, 'settings/save', { ringEvery: EVERY_S, bellVolume: 100 });
    recording = await recordSound();
    // The first sound of a process starts slowly: that is no order's time.
    const from = Date.now();
    await post();
    await until('the first ring', () => recording.onsetAfter(from), 20_000);
    await desktop.takeAll();
  });
  afterAll(async () => {
    recording.stop();
    await desktop.close();
  });

  const post = (orders = 1) =>
    postSigned(desktop.webhookUrl, envelope({ contacts: [CONTACT], messages: Array.from({ length: orders }, () => orderMessage()) }));
  /** A recording of its own, so that what came before is no noise of this one. */
  const record = async () => {
    recording.stop();
    await pause(2000);
    recording = await recordSound();
    await pause(1000);
  };
  const put = (where: 'shown' | 'hidden' | 'minimised') =>
    desktop.app.evaluate(({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      if (wanted === 'shown') window?.show();
      else if (wanted === 'hidden') window?.hide();
      else window?.minimize();
    }, where);
  const stands = () =>
    desktop.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.isMinimized() ? 'minimised' : window?.isVisible() ? 'shown' : 'hidden';
    });

  test.each(['shown', 'hidden', 'minimised'] as const)('is heard with the window %s, again until the order is taken, and then no more', async (where) => {
    await put(where);
    await expect.poll(stands).toBe(where);
    await record();
    const posted = Date.now();
    expect(recording.onsetAfter(0)).toBeNull();
    expect(await post()).toBe(200);
    const onset = await until('the ring', () => recording.onsetAfter(posted), 20_000);
    console.log(`webhook posted > heard, window ${where}: ${Math.round(onset - posted)} ms`);
    expect(onset).toBeGreaterThanOrEqual(posted);

    const second = onset + EVERY_S * 1000 - 200;
    await expect.poll(() => recording.loudest(second, Date.now()), { timeout: 20_000 }).toBeGreaterThan(300);

    await desktop.takeAll();
    await pause(1500);
    const taken = Date.now();
    await pause(2 * EVERY_S * 1000);
    expect(recording.loudest(taken, Date.now())).toBeLessThan(100);
    await put('shown');
  });

  test('is asked for once where two orders come at once', async () => {
    const bell = await listenContract(desktop.page, 'live/bell', { screenId: 'a-second-screen' });
    await expect.poll(async () => (await bell.read()).length).toBe(1);
    await post(2);
    await expect.poll(async () => (await desktop.waiting()).length).toBe(2);
    await pause(1000);
    const rings = ((await bell.read()) as { ring: boolean; ringing: { orderIds: number[] }[] }[]).filter(({ ring }) => ring);
    expect(rings.map(({ ringing }) => ringing[0]?.orderIds.length)).toEqual([2]);
    await desktop.takeAll();
  });

  test('is heard again after the page crashed, without anybody doing anything', async () => {
    await post();
    await expect.poll(async () => (await desktop.waiting()).length).toBe(1);
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => desktop.said()).toContain('it is loaded again');
    // It begins two seconds later, perhaps in the midst of a ring: what sounds in it is the new page's.
    await record();
    await expect.poll(() => recording.loudest(0, Date.now()), { timeout: 20_000 }).toBeGreaterThan(300);
  });
});
