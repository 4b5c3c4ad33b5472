import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openApi } from './open-api.ts';
import { BENCH_SECRET, orderBodies, type SignedBody } from './signed-bodies.ts';
import { startProgram } from './start-program.ts';

const HERE = import.meta.dirname;
const SAMPLES = 60;
/** Rings that are asked for again must not be taken for a new order's. */
const PAUSE_MS = 40;

const moment = () => performance.now();
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const post = async (webhook: string, { body, signature }: SignedBody) => {
  const answer = await fetch(webhook, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
  await answer.arrayBuffer();
};

/** How long it took, in ms, from posting an order's webhook to a screen being told to ring for it; one figure an order. */
export async function measureBell(): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bench-'));
  const flags = ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json'];
  const environment = { SHOPBELL_APP_SECRET: BENCH_SECRET, SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9' };
  const program = await startProgram(path.join(HERE, '../../dist/main/headless.js'), flags, environment);
  const { api, close } = await openApi(program.ready.console ?? '');
  try {
    let rung = 0;
    let wake = () => {};
    const bell = await api.live.bell({ screenId: 'bench-screen' });
    void (async () => {
      for await (const event of bell) {
        const waiting = event.ringing.reduce((sum, { orderIds }) => sum + orderIds.length, 0);
        if (event.ring) rung = Math.max(rung, waiting);
        wake();
      }
    })().catch(() => undefined);
    const samples: number[] = [];
    for (const [index, body] of orderBodies(SAMPLES).entries()) {
      const from = moment();
      const told = new Promise<void>((resolve) => {
        wake = () => {
          if (rung > index) resolve();
        };
      });
      await post(program.ready.webhook, body);
      wake();
      await told;
      samples.push(moment() - from);
      await pause();
    }
    return samples;
  } finally {
    close();
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The floor: the same posts to a server that proves and parses and does nothing, from post to answer in ms. */
export async function measurePost(): Promise<number[]> {
  const peer = await startProgram(path.join(HERE, 'peer-server.ts'), ['nothing']);
  try {
    const samples: number[] = [];
    for (const body of orderBodies(SAMPLES)) {
      const from = moment();
      await post(peer.ready.webhook, body);
      samples.push(moment() - from);
      await pause();
    }
    return samples;
  } finally {
    await peer.stop();
  }
}
