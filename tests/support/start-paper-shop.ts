import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { createPaperTunnel, type PaperTunnel } from '../../electron/simulator/paper-tunnel.ts';
import { type Simulator, startSimulator } from '../../electron/simulator/simulator.ts';
import { closeAfter } from './close-after.ts';
import { freePort } from './free-port.ts';
import { PHONE_NUMBER_ID, type ShopOptions, startShop, type TestShop } from './start-shop.ts';
import { until } from './until.ts';
import { WATCH_PACE } from './start-practice-shop.ts';

export const PAPER = { appSecret: '0123456789abcdef0123456789abcdef', accessToken: 'EAAB-paper-system-user' };

/** An account at a paper WhatsApp at which nothing is registered yet. It ends with the test. */
export async function startPaperAccount(more: { now?: () => number } = {}): Promise<Simulator> {
  return closeAfter(
    await startSimulator({ webhookUrl: null, ...PAPER, phoneNumberId: PHONE_NUMBER_ID, seed: 7, pace: 20, now: Date.now, report: () => undefined, ...more }),
  );
}

export type PaperShop = { shop: TestShop; proxy: PaperTunnel; port: number };
type Given = Pick<ShopOptions, 'folder' | 'now' | 'watchPace' | 'webhookPort'> & {
  appSecret?: string;
  accessToken?: string;
  /** False: nothing leads to the shop yet. */
  way?: boolean;
};

/** A real shop on such an account, with values that a person entered, behind a proxy of its own that can be cut. Nothing is registered. It ends with the test. */
export async function startPaperShop(simulator: Simulator, { appSecret, accessToken, way = true, ...options }: Given = {}): Promise<PaperShop> {
  const port = options.webhookPort ?? (await freePort());
  // A free door of its own: nobody rings at it that the settings do not name.
  const environment = { SHOPBELL_APP_SECRET: '', SHOPBELL_ACCESS_TOKEN: '', SHOPBELL_VERIFY_TOKEN: '', SHOPBELL_ONPREM_SECRET: '' };
  const shop = closeAfter(await startShop({ graphUrl: simulator.graphUrl, watchPace: WATCH_PACE, environment, ...options, webhookPort: port }));
  const proxy = closeAfter(createPaperTunnel({ now: Date.now, retryMs: 20 }));
  await shop.api.settings.setSecret({ name: 'appSecret', value: appSecret ?? PAPER.appSecret });
  await shop.api.settings.setSecret({ name: 'accessToken', value: accessToken ?? PAPER.accessToken });
  await shop.api.settings.save({ appId: PRACTICE_ACCOUNT.appId, wabaId: PRACTICE_ACCOUNT.wabaId });
  if (way) await leadHere({ shop, proxy, port });
  return { shop, proxy, port };
}

/** The proxy leads to the shop, and the shop is told its address. */
export async function leadHere({ shop, proxy, port }: PaperShop): Promise<string> {
  proxy.start({ host: '127.0.0.1', port });
  const url = await until('the proxy', () => proxy.state.state === 'up' && proxy.state.url);
  await shop.api.settings.save({ tunnel: 'own', publicUrl: url });
  await until('the way in', async () => (await shop.api.connection.get()).callbackUrl === `${url}/webhook`);
  return url;
}

/** What this shop has written at Meta, as "METHOD path"; sends are none of it. */
export async function writesOf({ api }: Pick<TestShop, 'api'>): Promise<string[]> {
  const calls = await api.inspector.calls();
  return calls.flatMap(({ method, path }) => (method === 'GET' || path.endsWith('/messages') ? [] : [`${method} ${path}`]));
}
