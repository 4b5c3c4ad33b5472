import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Misbehaviour, PracticeAction, PracticeView, Trouble } from '../shared/contract/practice.ts';
import { type Line, startLine } from './line.ts';
import type { LineOptions } from './parts/line-options.ts';
import { PRACTICE_ACCOUNT } from './simulator/practice-account.ts';
import { createPaperTunnel, type PaperTunnel } from './simulator/paper-tunnel.ts';
import { type Simulator, startSimulator, WELL_BEHAVED } from './simulator/simulator.ts';

export type PracticeOptions = Pick<LineOptions, 'values' | 'shopLanguage' | 'printers' | 'makeSmall' | 'day' | 'now' | 'newId' | 'random' | 'log'> & {
  dataFolder: string;
  /** Divides the pauses of the practice customers. */
  pace: number;
  /** Divides the pauses between looks at the connection. */
  watchPace: number;
  seed: number;
  /** The line begins or has ended. */
  onLine: (line: Line | null) => void;
};

/** The practice shop's own number: no number of Meta's. */
const PHONE_NUMBER_ID = '106540352242922';
/** So that nobody bakes for a paper customer. */
const HEADINGS = { en: 'PRACTICE', de: 'ÜBUNG' };
const CALM: Trouble = {
  tunnel: 'good',
  subscription: 'good',
  callback: 'own',
  token: 'good',
  tokenDays: 7,
  secret: 'good',
  number: 'connected',
  quality: 'GREEN',
  account: 'good',
  clockMinutes: 0,
  meta: 'good',
};

/** The public address of a tunnel, as soon as it has one. */
function publicUrl(tunnel: PaperTunnel): Promise<string> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (tunnel.state.state !== 'up') return;
      end();
      resolve(tunnel.state.url);
    };
    const end = tunnel.subscribe(look);
    look();
  });
}

/** The practice shop: a line like the real one, with a data file of its own, and a WhatsApp made of paper at its other end. */
export function createPractice(options: PracticeOptions) {
  let running: { line: Line; simulator: Simulator; tunnel: PaperTunnel; appSecret: string } | null = null;
  // One after the other: while one line is still closing, a second one must not open the same file.
  let turn: Promise<void> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function begin(): Promise<void> {
    const { dataFolder, values, shopLanguage, printers, makeSmall, day, now, newId, random, log } = options;
    const appSecret = randomBytes(24).toString('hex');
    const accessToken = randomBytes(24).toString('hex');
    const verifyToken = randomBytes(24).toString('hex');
    let simulator: Simulator | null = null;
    const line = await startLine({
      shop: 'practice',
      file: path.join(dataFolder, 'practice', 'shopbell.db'),
      webhookPort: 0,
      secrets: () => ({ appSecrets: [appSecret], verifyToken, onpremSecret: null }),
      access: () => simulator && { baseUrl: simulator.graphUrl, version: 'v25.0', accessToken },
      missing: () => [],
      app: () => ({ id: PRACTICE_ACCOUNT.appId, secret: appSecret }),
      verifyToken: async () => verifyToken,
      watchPace: options.watchPace,
      account: () => ({ wabaId: PRACTICE_ACCOUNT.wabaId, phoneNumberId: PHONE_NUMBER_ID }),
      values,
      shopLanguage,
      printers,
      makeSmall,
      ticketHeading: (language) => HEADINGS[language],
      day,
      now,
      newId,
      random,
      log: (text) => log(`practice: ${text}`),
    });
    const report = (text: string) => log(`practice: ${text}`);
    const tunnel = createPaperTunnel({ now, retryMs: Math.max(20, Math.round(2_000 / options.watchPace)) });
    await line.useTunnel({ kind: 'practice', tunnel });
    const webhookUrl = line.port === null ? null : `${await publicUrl(tunnel)}/webhook`;
    simulator = await startSimulator({
      webhookUrl,
      verifyToken,
      tunnel,
      appSecret,
      accessToken,
      phoneNumberId: PHONE_NUMBER_ID,
      seed: options.seed,
      pace: options.pace,
      now,
      report,
    });
    // Registered as a real one is: Meta has asked the callback before anybody writes.
    const refused = await simulator.askCallback();
    if (refused !== null) report(refused);
    running = { line, simulator, tunnel, appSecret };
    line.settingsChanged();
    simulator.script(true);
    options.onLine(line);
  }

  return {
    line: (): Line | null => running?.line ?? null,
    /** Opens the practice shop; a second call answers when the first has. */
    start: (): Promise<void> =>
      inTurn(async () => {
        if (!running) await begin();
      }),
    stop: (): Promise<void> =>
      inTurn(async () => {
        const ending = running;
        running = null;
        if (!ending) return;
        options.onLine(null);
        await ending.simulator.stop();
        await ending.line.stop();
      }),
    async act(action: PracticeAction): Promise<void> {
      await running?.simulator.act(action);
    },
    /** Where a body is posted to, and what proves it there; null while it does not run. */
    door: (): { url: string; appSecret: string } | null =>
      running && running.line.port !== null ? { url: `http://127.0.0.1:${running.line.port}/webhook`, appSecret: running.appSecret } : null,
    behave: (change: Partial<Misbehaviour>): void => running?.simulator.behave(change),
    /** @throws RangeError where it makes no sense */
    async trouble(change: Partial<Trouble>): Promise<void> {
      if (running === null) throw new RangeError('The practice shop is closed');
      await running.simulator.makeTrouble(change);
    },
    /** @throws RangeError where the tunnel has no address */
    async readdress(): Promise<void> {
      if (running === null) throw new RangeError('The practice shop is closed');
      await running.tunnel.readdress();
    },
    /** Stops the way in and starts it anew. */
    async restartTunnel(): Promise<void> {
      const restarting = running;
      await restarting?.tunnel.stop();
      if (restarting && restarting === running && restarting.line.port !== null) restarting.tunnel.start({ host: '127.0.0.1', port: restarting.line.port });
    },
    script: (on: boolean): void => running?.simulator.script(on),
    view: (): PracticeView => ({
      running: running !== null,
      scripted: running?.simulator.scripted ?? false,
      misbehaviour: running?.simulator.behaviour ?? WELL_BEHAVED,
      trouble: running?.simulator.trouble ?? CALM,
    }),
  };
}
export type Practice = ReturnType<typeof createPractice>;
