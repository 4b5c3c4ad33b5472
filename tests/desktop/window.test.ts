import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';

describe.skipIf(noDesktop)('the window', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop();
  });
  afterAll(() => desktop.close());

  test('opens on the practice shop, and says so', async () => {
    await expect.poll(() => desktop.page.getByText(/practice/i).count(), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(desktop.page.url()).toMatch(/^app:\/\/bundle\//);
    await expect.poll(() => desktop.said()).toContain('shopbell: window ready');
  });

  test('gives the page nothing of Node or Electron', async () => {
    const seen = await desktop.page.evaluate(() => ({
      names: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
      secure: globalThis.isSecureContext,
    }));
    expect(seen).toEqual({ names: [], secure: true });
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not part of the documented interface, but the only place where what is in force can be read.
      const inner = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return { ...inner.getLastWebPreferences(), throttled: contents?.backgroundThrottling };
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, throttled: false });
  });

  test('runs under its policy without a violation, and the policy bites', async () => {
    const page = desktop.page;
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) violations.push(message.text());
    });
    await page.reload();
    await page.waitForLoadState('load');
    await page.waitForTimeout(500);
    expect(violations).toEqual([]);
    const answers = await page.evaluate(async () => {
      const attempt = (run: () => unknown) =>
        Promise.resolve()
          .then(run)
          .then(
            () => 'done',
            (error: unknown) => (error instanceof Error ? error.name : 'error'),
          );
      return {
        html: await attempt(() => {
          document.createElement('div').innerHTML = '<b>x</b>';
        }),
        outside: await attempt(() => fetch('https://example.com/')),
        otherHost: await attempt(() => fetch('app://other/')),
        above: (await fetch('/..%2f..%2fpackage.json')).status,
        notThere: (await fetch('/assets/none.js')).status,
      };
    });
    expect(answers).toEqual({ html: 'TypeError', outside: 'TypeError', otherHost: 'TypeError', above: 404, notThere: 404 });
  });

  test('stays where it is: no navigation, no window, no permission', async () => {
    const page = desktop.page;
    const before = page.url();
    const opened = await page.evaluate(() => window.open('https://example.com/') === null);
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.waitForTimeout(300);
    expect({ opened, url: page.url() }).toEqual({ opened: true, url: before });
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'notifications' })).state)).toBe('denied');
    expect(
      await page.evaluate(() =>
        navigator.mediaDevices.getDisplayMedia({ video: true }).then(
          () => 'given',
          () => 'denied',
        ),
      ),
    ).toBe('denied');
  });

  test('lets the page copy text, and never read what others copied', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
    const copy = () =>
      desktop.page.evaluate(() =>
        navigator.clipboard.writeText('copied').then(
          () => 'given',
          (error: unknown) => String(error),
        ),
      );
    await expect.poll(copy).toBe('given');
    expect(await desktop.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('copied');
    expect(
      await desktop.page.evaluate(() =>
        navigator.clipboard.readText().then(
          () => 'given',
          () => 'denied',
        ),
      ),
    ).toBe('denied');
  });

  test('closes the port of a stranger, and survives nonsense on its own', async () => {
    const before = desktop.said().length;
    await desktop.app.evaluate(async ({ BrowserWindow }) => {
      const ours = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): { preload: string } };
      const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload: ours.getLastWebPreferences().preload } });
      await stranger.loadURL('data:text/html,<p>stranger');
      await stranger.webContents.executeJavaScript(
        "const { port1, port2 } = new MessageChannel(); window.postMessage({ type: 'shopbell:connect', shop: null }, '*', [port2]); 0",
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      stranger.destroy();
    });
    await desktop.page.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      window.postMessage({ type: 'shopbell:connect', shop: null }, location.origin, [port2]);
      port1.start();
      for (const nonsense of ['', '{', '{"i":"1"}', 7, null, { a: 1 }, new Uint8Array([255, 1, 2]), ['x']]) port1.postMessage(nonsense);
    });
    await expect.poll(() => desktop.said().slice(before)).toContain('cannot be read');
    expect(desktop.said()).not.toContain('unhandled rejection');
    expect(await desktop.page.evaluate(() => document.title)).not.toBe('');
  });

  test('keeps the settings to this user', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const file = path.join(desktop.dataFolder, 'settings.json');
    await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.mode.toString(8)).toBe('100600');
  });
});
