import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon, { type Result } from 'autocannon';
import { BENCH_SECRET, type SignedBody, signedBodies } from './signed-bodies.ts';
import { type Ready, startProgram } from './start-program.ts';

export type Throughput = { perSecond: number; p99: number; failed: number };

const HERE = import.meta.dirname;
/** As after an outage, when Meta delivers at once what waited. */
const CONNECTIONS = 100;
const REQUESTS = 24_000;

/** Requests a second and p99 (ms) of a server that bodies are posted to, each body once. */
async function pour(webhook: string, bodies: readonly SignedBody[]): Promise<Throughput> {
  let next = 0;
  // Autocannon's own duration is in whole samples of a second: too coarse for a run of a few.
  const from = performance.now();
  let last = from;
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: webhook,
        connections: CONNECTIONS,
        amount: bodies.length,
        requests: [
          {
            method: 'POST',
            setupRequest: (request) => {
              const { body, signature } = bodies[next++ % bodies.length] ?? { body: '', signature: '' };
              return { ...request, body, headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature } };
            },
          },
        ],
      },
      (error: unknown, done: Result) => (error instanceof Error ? reject(error) : resolve(done)),
    );
    run.on('response', () => {
      last = performance.now();
    });
  });
  return { perSecond: (bodies.length * 1000) / (last - from), p99: result.latency.p99, failed: result.non2xx + result.errors };
}

async function measure(start: (folder: string) => Promise<{ ready: Ready; stop(): Promise<void> }>): Promise<Throughput> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bench-'));
  const server = await start(folder);
  try {
    // Warm first: every one of the three is measured compiled.
    await pour(server.ready.webhook, signedBodies(3_000));
    return await pour(server.ready.webhook, signedBodies(REQUESTS));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** (a) proves and parses, (b) also commits one raw row a request, (c) is Shopbell: everything stored and published. */
export const contenders = {
  a: () => measure(() => startProgram(path.join(HERE, 'peer-server.ts'), ['nothing'])),
  b: () => measure((folder) => startProgram(path.join(HERE, 'peer-server.ts'), ['row', folder])),
  c: () =>
    measure((folder) =>
      startProgram(path.join(HERE, '../../dist/main/headless.js'), ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json'], {
        SHOPBELL_APP_SECRET: BENCH_SECRET,
        SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9',
      }),
    ),
};
