import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { xdotool } from '../support/desktop/xdotool.ts';

/** A bus that says that somebody shows tray icons: no test machine has such a desktop. */
function busWithTray(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bus-'));
  writeFileSync(path.join(folder, 'dbus-send'), '#!/bin/sh\necho "   boolean true"\n');
  chmodSync(path.join(folder, 'dbus-send'), 0o755);
  return folder;
}

describe.skipIf(noDesktop)('with a tray', () => {
  let desktop: Desktop;
  let bus: string;

  beforeAll(async () => {
    bus = busWithTray();
    desktop = await launchDesktop({ SHOPBELL_QUIT_WITHOUT_ASKING: '', PATH: `${bus}:${process.env['PATH']}` });
  });
  afterAll(() => {
    for (const folder of [desktop.dataFolder, bus]) rmSync(folder, { recursive: true, force: true });
  });

  const visible = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

  test('closing hides the window', async () => {
    await expect.poll(visible).toBe(true);
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(visible).toBe(false);
  });

  test('quitting asks first, and a SIGTERM does not', async () => {
    await desktop.app.evaluate(({ app }) => app.quit());
    const dialog = () => xdotool('search', '--onlyvisible', '--name', '^Shopbell$');
    await expect.poll(dialog, { timeout: 5000 }).not.toBe('');
    // The default is to keep running.
    xdotool('search', '--onlyvisible', '--name', '^Shopbell$', 'windowactivate');
    await expect
      .poll(
        () => {
          xdotool('key', 'Return');
          return dialog();
        },
        { timeout: 5000, interval: 500 },
      )
      .toBe('');
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

    const child = desktop.app.process();
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });
});
