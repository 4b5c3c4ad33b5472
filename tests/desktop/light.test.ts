import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { APP, managementGraph, PHONE, TOKEN, WABA } from '../support/management-graph.ts';
import { busWithTray } from '../support/desktop/bus-with-tray.ts';
import { callContract } from '../support/desktop/call-contract.ts';
import { clickNewest, closeAndRead, displayed } from '../support/desktop/dunst.ts';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { launchShop } from '../support/desktop/launch-shop.ts';
import { overhearTray } from '../support/desktop/overhear-tray.ts';
import { noDesktop, root } from '../support/desktop/require-desktop.ts';

const PACE = { SHOPBELL_WATCH_PACE: '60' };
const picture = (name: string) => path.join(root, `electron/shell/pictures/${name}.png`);
const connection = async ({ page }: Desktop) => (await callContract(page, 'connection/get')) as ConnectionView;
const tone = async (desktop: Desktop) => (await connection(desktop)).light.tone;
const events = async ({ page }: Desktop) =>
  ((await callContract(page, 'connection/log', { limit: 200 })) as { entries: { event: string; details: string | null }[] }).entries;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const titles = () => closeAndRead().map(({ summary }) => summary);

describe.skipIf(noDesktop)('the light on the tray', () => {
  let desktop: Desktop;
  let bus: string;
  let tray: Awaited<ReturnType<typeof overhearTray>>;

  beforeAll(async () => {
    bus = busWithTray();
    desktop = await launchDesktop({ ...PACE, PATH: `${bus}:${process.env['PATH']}` });
    tray = await overhearTray(desktop);
    await callContract(desktop.page, 'practice/script', { on: false });
  });
  afterAll(async () => {
    await desktop.close();
    rmSync(bus, { recursive: true, force: true });
  });

  test('says red and why when the tunnel is cut, and green again; a click on it opens the connection', async () => {
    await expect.poll(() => tone(desktop), { timeout: 20_000 }).toBe('good');
    await callContract(desktop.page, 'practice/trouble', { tunnel: 'cut' });
    const red = 'Practice shop: Meta cannot reach this shop';
    await expect.poll(tray.tip, { timeout: 20_000 }).toMatch(new RegExp(`^Shopbell · No orders waiting · ${red}: The tunnel .+`));
    expect(await tray.shows(picture('tray-light-bad'))).toBe(true);
    const labels = await tray.labels();
    expect(labels.slice(0, 5)).toEqual(['Show Shopbell', '-', 'No orders waiting', '-', red]);
    expect(labels.slice(6)).toEqual(['-', 'Quit Shopbell']);
    await tray.click(red);
    await expect.poll(() => desktop.page.evaluate(() => location.hash)).toBe('#/connection');
    await callContract(desktop.page, 'practice/trouble', { tunnel: 'good' });
    await expect.poll(tray.tip, { timeout: 20_000 }).toMatch(/Practice shop: Meta reaches this shop$/);
    expect(await tray.shows(picture('tray-light-good'))).toBe(true);
  });

  test('and no notification of the practice shop’s troubles: they are made on purpose', () => {
    expect(titles()).not.toContainEqual(expect.stringMatching(/Meta (cannot|reaches)/));
  });
});

/** Leads a port to another until it is cut. */
async function relayTo(port: number) {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    const onward = net.connect(port, '127.0.0.1');
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => sockets.delete(one));
    }
    socket.pipe(onward).pipe(socket);
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(own),
  };
}

/** A real shop that is proved reachable, by a relay that a test can cut. */
async function openGreen() {
  const graph = await managementGraph();
  const account = { SHOPBELL_ACCESS_TOKEN: TOKEN, SHOPBELL_APP_SECRET: APP.secret, SHOPBELL_PHONE_NUMBER_ID: PHONE };
  const shop = await launchShop({ ...PACE, ...account, SHOPBELL_GRAPH_URL: graph.url });
  onTestFinished(() => shop.close());
  const relay = await relayTo(Number(new URL(shop.webhookUrl).port));
  onTestFinished(() => relay.cut());
  await callContract(shop.page, 'settings/save', { tunnel: 'own', publicUrl: relay.url, wabaId: WABA, appId: APP.id });
  await expect.poll(async () => (await connection(shop)).callbackUrl, { timeout: 20_000 }).toBe(`${relay.url}/webhook`);
  expect(await callContract(shop.page, 'connection/register', { takeOver: true })).toMatchObject({ ok: true });
  await expect.poll(() => tone(shop), { timeout: 20_000 }).toBe('good');
  // A heartbeat keeps that it could be reached.
  await pause(1_000);
  closeAndRead();
  return { shop, relay };
}

describe.skipIf(noDesktop)('the real shop’s light', () => {
  test('is told once when it is red for longer than a moment, and once when it is not any more; a click opens the connection', async () => {
    const { shop, relay } = await openGreen();
    await relay.cut();
    await expect.poll(() => tone(shop), { timeout: 20_000 }).toBe('bad');
    await expect.poll(displayed, { timeout: 20_000 }).toBe(1);
    await pause(3_000);
    expect(displayed()).toBe(1);
    clickNewest();
    await expect.poll(() => shop.page.evaluate(() => location.hash)).toBe('#/connection');
    const why = expect.stringMatching(/^The public address does not answer\. Look whether .+\.$/) as string;
    await expect.poll(closeAndRead).toContainEqual({ summary: 'Meta cannot reach this shop', body: why });

    await relay.mend();
    await expect.poll(() => tone(shop), { timeout: 20_000 }).toBe('good');
    await expect.poll(displayed, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => closeAndRead()[0]?.summary).toBe('Meta reaches this shop again');
    expect(closeAndRead()[0]?.body).toMatch(/^The light was red from .+ to .+\. What customers sent meanwhile comes by itself\.$/);
    await pause(2_000);
    expect(displayed()).toBe(0);
  });

  test('is proved anew after sleep, and the report knows its beginning as the system told it', async () => {
    const { shop } = await openGreen();
    const fellAsleep = Date.now();
    await shop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    // Longer than the shortest gap at this pace.
    await pause(6_000);
    await shop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    const slept = async () => Number((await events(shop)).find(({ event }) => event === 'slept')?.details ?? 0);
    await expect.poll(async () => Math.abs((await slept()) - fellAsleep), { timeout: 5_000 }).toBeLessThan(1_000);
    const [gap] = (await callContract(shop.page, 'connection/gaps')) as { cause: string; beganAt: number }[];
    expect(gap).toMatchObject({ cause: 'asleep', beganAt: await slept() });
    await expect.poll(() => tone(shop), { timeout: 20_000 }).toBe('good');
  });
});
