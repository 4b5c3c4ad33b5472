import path from 'node:path';
import { ORPCError } from '@orpc/server';
import type { ShopKind } from '../shared/contract/common.ts';
import type { News } from '../shared/contract/live.ts';
import { changeOrder } from './commands/change-order.ts';
import { createDesk } from './parts/desk.ts';
import { createTunnel } from './inbound/tunnel/create-tunnel.ts';
import { type Line, startLine } from './line.ts';
import type { App, AppOptions } from './parts/app-shape.ts';
import { createOpenings } from './parts/openings.ts';
import { endOldSecret } from './parts/end-old-secret.ts';
import { ensureVerifyToken } from './parts/ensure-verify-token.ts';
import { readHeld } from './read-held.ts';
import { createPractice } from './practice.ts';
import { createTurns } from './parts/start-printing.ts';
import { arrivalBrief } from './queries/arrival-brief.ts';
import { createRouter } from './router.ts';
import { stepDeps } from './handlers/step-deps.ts';
import { createSetup } from './parts/start-setup.ts';
import { startBell } from './parts/start-bell.ts';

export type { App, AppOptions };

/**
 * Builds the lines and starts them: practice alone when nothing real is set, else the real one, which the practice shop can
 * join later. Runs unchanged in Electron and under plain Node.
 * @throws StartError where the data folder cannot be used
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { settings, now, newId, random, log, version, dataFolder } = options;
  const listeners = new Set<(shop: ShopKind, news: readonly News[]) => void>();
  const openings = createOpenings(now);
  let real: Line | null = null;
  let stopping = false;

  /** What hot paths ask for is read once per change: the settings' files and the environment are not asked at every webhook. */
  let held = readHeld(settings);
  const day = () => held.day;
  const printers = { system: options.systemPrinters ?? null, inTurn: createTurns() };
  const asSet = { day, values: () => held.values, shopLanguage: () => held.shopLanguage, printers, makeSmall: options.makeSmall };
  const bell = startBell({ dataFolder, lines, ...asSet, now, log });
  const practice = createPractice({
    dataFolder,
    ...asSet,
    now,
    newId,
    random,
    log,
    pace: options.practicePace,
    watchPace: options.watchPace,
    seed: Math.floor(random() * 2 ** 31),
    onLine: joined,
  });

  function lines(): Line[] {
    const practising = practice.line();
    return [...(real ? [real] : []), ...(practising ? [practising] : [])];
  }

  function lineOf(shop: ShopKind | null): Line {
    const wanted = shop === 'practice' ? practice.line() : shop === 'real' ? real : null;
    const line = wanted ?? real ?? practice.line();
    // A page may still ask while the program ends: an answer to it, and no bug to be logged.
    if (!line) throw new ORPCError('CONFLICT', { message: 'No line runs any more' });
    return line;
  }

  function joined(line: Line | null): void {
    if (line) {
      line.feed.subscribe((news) => {
        for (const listener of listeners) listener(line.shop, news);
        if (news.some((entry) => entry.kind === 'order')) bell.ringing.update();
        if (news.some((entry) => entry.kind === 'arrived' && entry.what === 'message')) bell.ringing.tone();
      });
    }
    bell.ringing.update();
    for (const running of lines()) running.feed.publish([{ kind: 'connection' }]);
  }

  async function startReal(): Promise<void> {
    const { secrets, access, missing } = { secrets: () => held.secrets(now()), access: () => held.access, missing: () => held.missing };
    real = await startLine({
      shop: 'real',
      file: path.join(dataFolder, 'shopbell.db'),
      webhookPort: options.webhookPort,
      secrets,
      access,
      missing,
      account: () => settings.values(),
      app: () => ({ id: settings.values().appId, secret: held.appSecret }),
      verifyToken: () => ensureVerifyToken(settings),
      watchPace: options.watchPace,
      ...asSet,
      now,
      newId,
      random,
      log,
    });
    joined(real);
    await leadTunnel(real);
  }

  async function leadTunnel(line: Line): Promise<void> {
    if (line.shop === 'practice') {
      await practice.restartTunnel();
      return;
    }
    const values = settings.values();
    const tunnel = createTunnel({
      settings: values,
      ngrokToken: settings.secret('ngrokToken'),
      cloudflaredToken: settings.secret('cloudflaredToken'),
      version,
      now,
      random,
      log,
    });
    await line.useTunnel(values.tunnel === 'none' ? null : { kind: values.tunnel, tunnel });
  }

  // One change after the other, so that two quick ones cannot start two lines.
  let changes = Promise.resolve();
  const unsubscribe = settings.onChange(() => {
    changes = changes
      .then(applySettings)
      .catch((error: unknown) => log(`settings could not be applied: ${error instanceof Error ? error.message : 'unknown'}`));
  });
  async function applySettings(): Promise<void> {
    if (stopping) return;
    const before = held;
    held = readHeld(settings);
    if (!real && settings.anythingReal()) {
      await startReal();
      // It can be opened again beside; but who has just entered the real shop must not answer paper customers by mistake.
      await practice.stop();
    } else if (real && held.tunnel !== before.tunnel) await leadTunnel(real);
    bell.settingsChanged();
    for (const line of lines()) line.settingsChanged();
  }

  if (settings.anythingReal()) await startReal();
  else await practice.start();

  const oldSecret = endOldSecret({ settings, onDropped: () => real?.link.tell('secret-dropped'), now, log });
  await oldSecret.look();

  const setup = createSetup({
    settings,
    access: (accessToken) => ({ baseUrl: settings.values().graphUrl, version: settings.values().graphVersion, accessToken }),
    real: () => real,
    now,
    log,
  });
  const router = createRouter({
    line: lineOf,
    running: () => lines().map((line) => line.shop),
    settings,
    bell,
    practice,
    setup,
    computer: options.computer ?? null,
    restartTunnel: leadTunnel,
    openings: openings.listen,
    version,
    now,
    newId,
  });

  return {
    get mainShop() {
      return lineOf(null).shop;
    },
    webhookUrl: () => {
      const { port } = lineOf(null);
      return port === null ? null : `http://127.0.0.1:${port}/webhook`;
    },
    router,
    context: (asked, place) => ({ shop: asked ?? lineOf(null).shop, place }),
    findFile: async (shop, asked) => {
      const line = shop === 'practice' ? practice.line() : real;
      return line ? line.files.door.find(asked) : null;
    },
    open: openings.open,
    arrival: (shop, news) => arrivalBrief(lineOf(shop).store, news.messageId),
    waitingOrders: () => lineOf(null).store.orders.ringing().length,
    acceptOrder: (shop, orderId) => {
      return changeOrder(stepDeps(lineOf(shop), { now, newId }), { orderId, action: 'accept' }).ok;
    },
    desk: createDesk({ lines, ...asSet, ringing: () => bell.ringing, now }),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      stopping = true;
      unsubscribe();
      oldSecret.stop();
      await changes;
      bell.stop();
      await practice.stop();
      await real?.stop();
    },
  };
}
