import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callContract, listenContract } from '../support/desktop/call-contract.ts';
import { clickNewest, closeAndRead, displayed } from '../support/desktop/dunst.ts';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';

type Board = { new: { id: number; number: number; conversationId: number }[] };

describe.skipIf(noDesktop)('a notification', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop();
    // Practice customers act only when they are asked to.
    await callContract(desktop.page, 'practice/script', { on: false });
    closeAndRead();
  });
  afterAll(() => desktop.close());

  const act = (action: 'order' | 'text') => callContract(desktop.page, 'practice/act', { action });
  const board = async () => (await callContract(desktop.page, 'orders/board')) as Board;
  const takeAll = async () => {
    for (const order of (await board()).new) await callContract(desktop.page, 'orders/step', { orderId: order.id, action: 'accept' });
  };
  const minimise = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const isMinimised = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());

  test('tells of an order while the window is away, and its click opens that order', async () => {
    const opened = await listenContract(desktop.page, 'live/open');
    await minimise();
    await expect.poll(isMinimised).toBe(true);
    await act('order');
    await expect.poll(displayed, { timeout: 10_000 }).toBe(1);
    const [order] = (await board()).new;
    clickNewest();
    await expect.poll(isMinimised).toBe(false);
    await expect.poll(displayed).toBe(0);
    await expect.poll(opened.read).toEqual([{ shop: 'practice', conversationId: order?.conversationId, orderId: order?.id }]);
    await expect.poll(() => closeAndRead().map((one) => one.summary)).toContainEqual(expect.stringMatching(new RegExp(`^New order #${order?.number} · .+`)));
    // Whoever clicked on it means that order: its letters are for it at once.
    await expect.poll(() => desktop.page.evaluate(() => document.activeElement?.getAttribute('data-opened'))).toBe(`/orders/${order?.id}`);
    await desktop.page.keyboard.press('a');
    await expect.poll(async () => (await board()).new).toEqual([]);
  });

  test('of an order goes when no order waits any more', async () => {
    await act('order');
    await expect.poll(displayed, { timeout: 10_000 }).toBe(1);
    await takeAll();
    await expect.poll(displayed).toBe(0);
    expect(closeAndRead()[0]?.body).toMatch(/^\d+ items? · .*\d.* · practice$/);
  });

  test('of a message is shown only while nobody looks at the window', async () => {
    const focused = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused());
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
    await expect.poll(focused).toBe(true);
    await act('text');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(displayed()).toBe(0);
    await minimise();
    await expect.poll(focused).toBe(false);
    await act('text');
    await expect.poll(displayed, { timeout: 10_000 }).toBe(1);
    closeAndRead();
  });

  test('stands for many when many come at once', async () => {
    for (let count = 0; count < 6; count += 1) await act('order');
    const summaries = () => closeAndRead().map((one) => one.summary);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await expect.poll(() => displayed()).toBe(1);
    expect(summaries()).toContainEqual(expect.stringMatching(/^6 new orders$/));
    await takeAll();
  });

  test('is not shown when the shop wants none', async () => {
    await callContract(desktop.page, 'settings/save', { notifications: false });
    await act('order');
    await expect.poll(async () => (await board()).new.length, { timeout: 10_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(displayed()).toBe(0);
    await callContract(desktop.page, 'settings/save', { notifications: true });
    await takeAll();
  });

  test('goes with a badge that counts the orders that wait', async () => {
    await desktop.app.evaluate(({ app }) => {
      const counts: number[] = [];
      const real = app.setBadgeCount.bind(app);
      app.setBadgeCount = (count) => {
        counts.push(count ?? -1);
        return real(count);
      };
      Object.assign(globalThis, { badgeCounts: counts });
    });
    const last = () => desktop.app.evaluate(() => (globalThis as unknown as { badgeCounts: number[] }).badgeCounts.at(-1));
    await act('order');
    await expect.poll(last, { timeout: 10_000 }).toBe(1);
    await takeAll();
    await expect.poll(last).toBe(0);
  });
});
