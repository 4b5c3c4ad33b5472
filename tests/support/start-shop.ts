import { randomUUID } from 'node:crypto';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { type App, startApp } from '../../electron/app.ts';
import { createEffectiveSettings } from '../../electron/settings/effective-settings.ts';
import { createFileSettings } from '../../electron/settings/file-settings.ts';
import { createSecretFile } from '../../electron/settings/secret-file.ts';
import { type Simulator, startSimulator } from '../../electron/simulator/simulator.ts';
import type { Api } from '../../shared/contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const APP_SECRET = 'test_app_secret';
export const ONPREM_SECRET = 'test-onprem-secret-0123456789';
export const PHONE_NUMBER_ID = '106540352242922';

export type TestShop = {
  app: App;
  /** The contract as the page calls it. */
  api: Api;
  folder: string;
  webhookUrl: string;
  /** The shop's database through a second connection, read-only. */
  rows<T = Record<string, unknown>>(sql: string, ...values: unknown[]): T[];
  /** The same folder again, as after a restart of the PC. */
  restart(): Promise<TestShop>;
  stop(): Promise<void>;
};

export type ShopOptions = {
  folder?: string;
  graphUrl?: string;
  now?: () => number;
  environment?: Record<string, string>;
  webhookPort?: number;
  reads?: string;
  /** Divides the pauses between looks at the connection. */
  watchPace?: number;
  /** Divides the pauses of the practice customers, and of the practice WhatsApp's next tries. */
  practicePace?: number;
};

/** The whole app in this process on a folder of its own, with real values set: a real shop as far as it can tell. */
export async function startShop(options: ShopOptions = {}): Promise<TestShop> {
  const folder = options.folder ?? temporaryFolder();
  const log: string[] = [];
  const environment = {
    SHOPBELL_APP_SECRET: APP_SECRET,
    SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
    SHOPBELL_ACCESS_TOKEN: 'test-access-token',
    SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
    SHOPBELL_ONPREM_SECRET: ONPREM_SECRET,
    SHOPBELL_TIME_ZONE: 'Europe/Berlin',
    // Nothing listens there: a call that no test expects is refused at once.
    SHOPBELL_GRAPH_URL: options.graphUrl ?? 'http://127.0.0.1:9',
    ...options.environment,
  };
  const keep = (line: string) => void log.push(line);
  const settings = createEffectiveSettings({
    store: createFileSettings({ dataFolder: folder, log: keep }),
    secrets: createSecretFile(path.join(folder, 'secrets.json'), keep),
    environment,
    dataFolder: folder,
    now: options.now ?? Date.now,
  });
  const app = await startApp({
    dataFolder: folder,
    settings,
    webhookPort: options.webhookPort ?? 0,
    version: 'test',
    practicePace: options.practicePace ?? 1,
    watchPace: options.watchPace ?? 1,
    now: options.now ?? Date.now,
    newId: randomUUID,
    random: Math.random,
    log: keep,
  });
  const reader = new Database(path.join(folder, options.reads ?? 'shopbell.db'), { readonly: true });
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    reader.close();
    await app.stop();
  };
  return {
    app,
    api: createRouterClient(app.router, { context: app.context(null, 'browser') }),
    folder,
    webhookUrl: app.webhookUrl() ?? '',
    rows: <T>(sql: string, ...values: unknown[]) => reader.prepare(sql).all(...values) as T[],
    restart: async () => {
      await stop();
      return startShop({ ...options, folder });
    },
    stop,
  };
}

/** A paper WhatsApp at the other end of a shop that believes it is real. */
export async function startShopWithSimulator(
  options: { pace?: number; seed?: number; now?: () => number } = {},
): Promise<{ shop: TestShop; simulator: Simulator; reports: string[] }> {
  const reports: string[] = [];
  const now = options.now ?? Date.now;
  // The simulator's address is known only when it runs, and it wants the webhook's first: a port is looked up for the shop.
  const port = await freePort();
  const simulator = await startSimulator({
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    appSecret: APP_SECRET,
    accessToken: 'test-access-token',
    phoneNumberId: PHONE_NUMBER_ID,
    seed: options.seed ?? 7,
    pace: options.pace ?? 20,
    now,
    report: (line) => void reports.push(line),
  });
  const shop = await startShop({ graphUrl: simulator.graphUrl, now, webhookPort: port });
  return { shop, simulator, reports };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
