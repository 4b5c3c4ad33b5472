import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Api } from '../../shared/contract.ts';
import type { Trouble } from '../../shared/contract/practice.ts';
import { openApi } from './open-api.ts';
import { startProgram } from './start-program.ts';

/** Seconds from the fault to red, and from there to green: from the remedy, or from the fault where the shop mends it by itself. Null: there is no such state. */
export type FaultTimes = { red: number | null; green: number | null };
type Program = Awaited<ReturnType<typeof startProgram>> & { api: Api };
export type Fault = {
  name: string;
  /** Divides the pauses between looks; 1: a shop's own. */
  pace: number;
  /** What is promised, in seconds, before the pace. */
  redWithin: number | null;
  greenWithin: number | null;
  measure: (pace: number) => Promise<FaultTimes>;
};

const HEADLESS = path.join(import.meta.dirname, '../../dist/main/headless.js');
const LOOK_MS = 50;
const MOST_MS = 4 * 60_000;
/** Looks at Meta are nine minutes apart: at this pace a half. */
const META_PACE = 20;
const TEN_MINUTES = 600;
/** Longer than a beat and its patience: a stop that the program takes for a sleep. */
const SLEEP_MS = 100_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const seconds = (from: number) => (performance.now() - from) / 1_000;

async function waitFor(what: string, is: () => Promise<boolean>): Promise<void> {
  for (const from = performance.now(); !(await is()); await pause(LOOK_MS)) {
    if (performance.now() - from > MOST_MS) throw new Error(`waited four minutes in vain for ${what}`);
  }
}
const toned = (api: Api, tone: 'good' | 'bad') => waitFor(tone === 'good' ? 'green' : 'red', async () => (await api.connection.get()).light.tone === tone);

/** A program of its own, without a window, on a folder of its own. */
async function inProgram(pace: number, port: number, variables: Record<string, string>, work: (program: Program) => Promise<FaultTimes>): Promise<FaultTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bench-'));
  const flags = ['--data', folder, '--webhook-port', String(port), '--console-port', '0', '--ready-json', '--no-open'];
  const program = await startProgram(HEADLESS, flags, { SHOPBELL_WATCH_PACE: String(pace), ...variables });
  const { api, close } = await openApi(program.ready.console ?? '');
  try {
    return await work({ ...program, api });
  } finally {
    close();
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The practice shop, whose way in is proved like a real one's, once it is green. */
function inPractice(measure: (program: Program) => Promise<FaultTimes>): Fault['measure'] {
  return (pace) =>
    inProgram(pace, 0, {}, async (program) => {
      await toned(program.api, 'good');
      await program.api.practice.script({ on: false });
      return measure(program);
    });
}

/** Makes trouble, waits for red, mends it (or leaves that to the shop), waits for green. */
async function passThrough(make: () => Promise<unknown>, api: Api, mend: (() => Promise<unknown>) | null): Promise<FaultTimes> {
  const from = performance.now();
  await make();
  await toned(api, 'bad');
  const red = seconds(from);
  const mended = mend === null ? from : performance.now();
  await mend?.();
  await toned(api, 'good');
  return { red, green: seconds(mended) };
}
const trouble = (change: Partial<Trouble>, mend: ((api: Api) => Promise<unknown>) | null) =>
  inPractice(({ api }) => passThrough(() => api.practice.trouble(change), api, mend && (() => mend(api))));
const better = (change: Partial<Trouble>) => async (api: Api) => {
  await api.practice.trouble(change);
  await api.connection.checkNow();
};

async function readdressed({ api }: Program): Promise<FaultTimes> {
  const { callbackUrl: before } = await api.connection.get();
  const from = performance.now();
  await api.practice.readdress();
  await waitFor('the new address at Meta', async () => {
    const { light, registered, callbackUrl } = await api.connection.get();
    return light.tone === 'good' && callbackUrl !== before && registered?.callbackUrl === callbackUrl;
  });
  return { red: null, green: seconds(from) };
}

async function slept({ api, child }: Program): Promise<FaultTimes> {
  child.kill('SIGSTOP');
  await pause(SLEEP_MS);
  child.kill('SIGCONT');
  const from = performance.now();
  await waitFor('the sleep in the log', async () => (await api.connection.log({ limit: 50 })).entries.some(({ event }) => event === 'slept'));
  await toned(api, 'good');
  return { red: null, green: seconds(from) };
}

/** Red counts from the first webhook that is signed by another secret: nothing tells of it before. */
function rotated({ api }: Program): Promise<FaultTimes> {
  const make = async () => {
    await api.practice.trouble({ secret: 'rotated' });
    await api.practice.act({ action: 'text' });
  };
  return passThrough(make, api, () => better({ secret: 'good' })(api));
}

/** A real shop whose port another program holds. Red counts from its start; green is when webhooks can come in. */
async function portTaken(pace: number): Promise<FaultTimes> {
  const squatter = http.createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  const variables = { SHOPBELL_APP_SECRET: 'bench-app-secret', SHOPBELL_TUNNEL: 'own', SHOPBELL_PUBLIC_URL: `http://127.0.0.1:${port}` };
  const from = performance.now();
  return inProgram(pace, port, variables, async ({ api }) => {
    await toned(api, 'bad');
    const red = seconds(from);
    await new Promise<void>((resolve) => squatter.close(() => resolve()));
    const freed = performance.now();
    await waitFor('the webhook server', async () => (await api.connection.get()).webhook.problem === null);
    return { red, green: seconds(freed) };
  });
}

/** Mended at the very look that sees it, often before a page has asked for the light. */
function restored(subscription: Trouble['subscription']) {
  return async ({ api }: Program): Promise<FaultTimes> => {
    const from = performance.now();
    await api.practice.trouble({ subscription });
    await waitFor('the subscription', async () => (await api.practice.get()).trouble.subscription === 'good');
    await toned(api, 'good');
    return { red: null, green: seconds(from) };
  };
}

/** In the order in which they are printed. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'the way in is cut',
    pace: 1,
    redWithin: 60,
    greenWithin: 60,
    measure: trouble({ tunnel: 'cut' }, (api) => api.practice.trouble({ tunnel: 'good' })),
  },
  { name: 'the tunnel stands and leads nowhere', pace: 1, redWithin: 60, greenWithin: 120, measure: trouble({ tunnel: 'dead' }, null) },
  { name: 'the address is somebody else’s page', pace: 1, redWithin: 60, greenWithin: 60, measure: trouble({ tunnel: 'foreign' }, better({ tunnel: 'good' })) },
  { name: 'the address changes', pace: 1, redWithin: null, greenWithin: 30, measure: inPractice(readdressed) },
  { name: 'the computer slept', pace: 1, redWithin: null, greenWithin: 60, measure: inPractice(slept) },
  { name: 'a webhook signed by another secret', pace: 1, redWithin: TEN_MINUTES, greenWithin: 60, measure: inPractice(rotated) },
  { name: 'another program has the port', pace: 1, redWithin: 60, greenWithin: 60, measure: portTaken },
  { name: 'the app is unsubscribed', pace: META_PACE, redWithin: null, greenWithin: TEN_MINUTES, measure: inPractice(restored('lost')) },
  { name: 'the field messages is gone', pace: META_PACE, redWithin: null, greenWithin: TEN_MINUTES, measure: inPractice(restored('fields-lost')) },
  {
    name: 'another Shopbell has the bell',
    pace: META_PACE,
    redWithin: TEN_MINUTES,
    greenWithin: 60,
    measure: trouble({ callback: 'other-shopbell' }, (api) => api.connection.register({ takeOver: true })),
  },
  {
    name: 'the access token has run out',
    pace: META_PACE,
    redWithin: TEN_MINUTES,
    greenWithin: 60,
    measure: trouble({ token: 'expired' }, better({ token: 'good' })),
  },
  {
    name: 'the number is disconnected',
    pace: META_PACE,
    redWithin: TEN_MINUTES,
    greenWithin: 60,
    measure: trouble({ number: 'disconnected' }, better({ number: 'connected' })),
  },
  {
    name: 'the clock is off by twelve minutes',
    pace: META_PACE,
    redWithin: TEN_MINUTES,
    greenWithin: 60,
    measure: trouble({ clockMinutes: 12 }, better({ clockMinutes: 0 })),
  },
];
