import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktopEnvironment, launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { closeAndRead, displayed } from '../support/desktop/dunst.ts';
import { noDesktop, program, root } from '../support/desktop/require-desktop.ts';

describe.skipIf(noDesktop)('closing', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop();
  });
  afterAll(() => desktop.close());

  const state = () =>
    desktop.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window === undefined ? 'gone' : window.isMinimized() || !window.isVisible() ? 'away' : 'shown';
    });
  const close = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  test('puts the window away, tells so the first time only, and a second start shows it again', async () => {
    const notices = () => closeAndRead().filter((one) => one.summary === 'Shopbell keeps running').length;
    const before = notices();
    await expect.poll(state).toBe('shown');
    await close();
    await expect.poll(state).toBe('away');
    await expect.poll(displayed).toBeGreaterThan(0);
    // dunst moves what is closed into its history a moment later.
    await expect.poll(notices).toBe(before + 1);

    const second = spawn(program, ['.'], { cwd: root, env: desktopEnvironment(desktop.dataFolder), stdio: 'ignore' });
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(0);
    await expect.poll(state).toBe('shown');

    await close();
    await expect.poll(state).toBe('away');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(notices()).toBe(before + 1);
  });

  test('a page that crashes is loaded again', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    const loaded = () =>
      desktop.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
      });
    await expect.poll(() => desktop.said()).toContain('it is loaded again');
    await expect.poll(loaded, { timeout: 10_000 }).toBe(true);
    const title = () =>
      desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title') as Promise<string>);
    expect(await title()).toContain('Shopbell');
  });
});
