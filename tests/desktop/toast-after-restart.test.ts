import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHmac } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeToastTag } from '../../electron/shell/toast-address.ts';
import { listenContract } from '../support/desktop/call-contract.ts';
import { closeAndRead, displayed } from '../support/desktop/dunst.ts';
import { desktopEnvironment } from '../support/desktop/launch-desktop.ts';
import { launchShop } from '../support/desktop/launch-shop.ts';
import type { DesktopShop } from '../support/desktop/launch-shop.ts';
import { noDesktop, program, root } from '../support/desktop/require-desktop.ts';
import { CONTACT, envelope, orderMessage, postSigned } from '../support/post-webhook.ts';

/** Windows starts the program with what was clicked; the one that runs is told. The same door is there on every system. */
describe.skipIf(noDesktop)('a notification whose program has forgotten it', () => {
  let desktop: DesktopShop;

  beforeAll(async () => {
    desktop = await launchShop();
    closeAndRead();
  });
  afterAll(() => desktop.close());

  const post = () => postSigned(desktop.webhookUrl, envelope({ contacts: [CONTACT], messages: [orderMessage()] }));
  function tag(orderId: number, key?: string): string {
    const db = new Database(path.join(desktop.dataFolder, 'shopbell.db'), { readonly: true });
    const { value } = db.prepare<[], { value: string }>("SELECT value FROM facts WHERE name = 'rehearsal_key'").get() ?? { value: '' };
    db.close();
    return writeToastTag({ shop: 'real', what: 'order', orderId }, key ?? createHmac('sha256', value).update('toast').digest('hex'));
  }
  async function startWith(argument: string): Promise<void> {
    const second = spawn(program, ['.', argument], { cwd: root, env: desktopEnvironment(desktop.dataFolder), stdio: 'ignore' });
    expect((await once(second, 'exit'))[0]).toBe(0);
  }
  const minimise = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const isMinimised = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  const ids = async () => (await desktop.waiting()).map(({ id }) => id);

  test('opens exactly that order, takes exactly that order, and says where it is taken already', async () => {
    await post();
    await post();
    await expect.poll(async () => (await ids()).length).toBe(2);
    const [first = 0, second = 0] = await ids();
    const opened = await listenContract(desktop.page, 'live/open');
    await minimise();
    await expect.poll(isMinimised).toBe(true);
    await startWith(`type=click&tag=${tag(second)}`);
    await expect.poll(isMinimised).toBe(false);
    await expect.poll(opened.read).toMatchObject([{ shop: 'real', orderId: second }]);

    await startWith(`type=action&action=0&tag=${tag(second)}`);
    await expect.poll(ids).toEqual([first]);
    await desktop.step(first, 'decline');
    await expect.poll(displayed).toBe(0);
    await startWith(`type=action&action=0&tag=${tag(first)}`);
    await expect.poll(displayed).toBe(1);
    await expect.poll(() => closeAndRead()[0]).toMatchObject({ summary: 'Order #1 was not taken', body: 'It was declined.' });
  });

  test('of another memory, or forged, shows the window and touches nothing', async () => {
    await post();
    await expect.poll(async () => (await ids()).length).toBe(1);
    const [waits = 0] = await ids();
    const opened = await listenContract(desktop.page, 'live/open');
    for (const forged of [`type=action&action=0&tag=${tag(waits, 'another key')}`, `type=action&action=0&tag=${waits}`]) {
      await minimise();
      await expect.poll(isMinimised).toBe(true);
      await startWith(forged);
      await expect.poll(isMinimised).toBe(false);
    }
    expect(await ids()).toEqual([waits]);
    expect(await opened.read()).toEqual([]);
    expect(desktop.said()).toContain('a notification was clicked that is of no order here');
  });
});
