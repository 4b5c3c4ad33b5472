import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callContract } from '../support/desktop/call-contract.ts';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';

describe.skipIf(noDesktop)('the bell', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop();
    await callContract(desktop.page, 'practice/script', { on: false });
  });
  afterAll(() => desktop.close());

  test('is heard while the window is hidden, until the order is taken', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const audible = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCurrentlyAudible());
    await callContract(desktop.page, 'practice/act', { action: 'order' });
    await expect.poll(audible, { timeout: 20_000, interval: 50 }).toBe(true);
    expect(await loudest(6)).toBeGreaterThan(500);
    const { new: waiting } = (await callContract(desktop.page, 'orders/board')) as { new: { id: number }[] };
    for (const order of waiting) await callContract(desktop.page, 'orders/accept', { orderId: order.id });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(await loudest(3)).toBeLessThan(50);
  });
});

/** The largest 16-bit sample that the sound device plays within some seconds. */
function loudest(seconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const recorder = spawn('parec', ['-d', 'bell.monitor', '--raw', '--format=s16le', '--channels=1', '--rate=8000'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let peak = 0;
    recorder.stdout.on('data', (chunk: Buffer) => {
      for (let at = 0; at + 1 < chunk.length; at += 2) peak = Math.max(peak, Math.abs(chunk.readInt16LE(at)));
    });
    recorder.once('error', reject);
    recorder.once('close', () => resolve(peak));
    setTimeout(() => recorder.kill(), seconds * 1000);
  });
}
