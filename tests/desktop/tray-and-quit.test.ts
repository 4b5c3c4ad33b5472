import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { busWithTray } from '../support/desktop/bus-with-tray.ts';
import { callContract, listenContract } from '../support/desktop/call-contract.ts';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { xdotool } from '../support/desktop/xdotool.ts';

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

  test('its menu names the orders that wait, and a click on one opens that one', async () => {
    await callContract(desktop.page, 'practice/script', { on: false });
    const opened = await listenContract(desktop.page, 'live/open');
    await desktop.app.evaluate(({ Tray }) => {
      const menus: Electron.Menu[] = [];
      const real = Tray.prototype.setContextMenu;
      Tray.prototype.setContextMenu = function (menu) {
        if (menu) menus.push(menu);
        return real.call(this, menu);
      };
      Object.assign(globalThis, { menus });
    });
    type Seen = { menus: Electron.Menu[] };
    /** Without the light, which has a test of its own. */
    const labels = async () => {
      const all = await desktop.app.evaluate(() =>
        (globalThis as unknown as Seen).menus.at(-1)?.items.map(({ label, type }) => (type === 'separator' ? '-' : label)),
      );
      const light = all?.findIndex((label) => label.startsWith('Practice shop: ')) ?? -1;
      return light < 0 ? all : [...(all ?? []).slice(0, light), ...(all ?? []).slice((all ?? []).lastIndexOf('-') + 1)];
    };
    const order = (at: number) => expect.stringMatching(new RegExp(`^#${at} .+`)) as string;
    await callContract(desktop.page, 'practice/act', { action: 'order' });
    await expect.poll(labels, { timeout: 10_000 }).toEqual(['Show Shopbell', '-', '1 order waiting', order(1), '-', 'Quit Shopbell']);
    for (let count = 0; count < 9; count += 1) await callContract(desktop.page, 'practice/act', { action: 'order' });
    const eight = [1, 2, 3, 4, 5, 6, 7, 8].map(order);
    await expect.poll(labels, { timeout: 10_000 }).toEqual(['Show Shopbell', '-', '10 orders waiting', ...eight, 'and 2 more', '-', 'Quit Shopbell']);
    const { new: waiting } = (await callContract(desktop.page, 'orders/board')) as { new: { id: number; number: number; conversationId: number }[] };
    const third = waiting.find(({ number }) => number === 3);
    await desktop.app.evaluate(() => (globalThis as unknown as Seen).menus.at(-1)?.items[5]?.click());
    await expect.poll(opened.read).toEqual([{ shop: 'practice', conversationId: third?.conversationId, orderId: third?.id }]);
    for (const { id } of waiting) await callContract(desktop.page, 'orders/step', { orderId: id, action: 'accept' });
    await expect.poll(labels).toEqual(['Show Shopbell', '-', 'No orders waiting', '-', 'Quit Shopbell']);
  });

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
