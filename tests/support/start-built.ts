import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { buildOnce, ROOT } from './build-once.ts';

const readyLine = z.object({ webhook: z.string().nullable(), console: z.string() });

export type Built = {
  /** The console's address with its token. */
  link: string;
  /** The same without. */
  url: string;
  port: number;
  /** Where Meta would post to the real shop; null where no port was free. */
  webhook: string | null;
  /** Everything it wrote to standard error. */
  log(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
};

/** The built program as a process of its own, on a data folder, with the practice shop at a pace. `port` 0 picks a free one. */
export async function startBuilt(options: {
  dataFolder: string;
  pace: number;
  port?: number;
  /** For webhooks; 0 and none: a free one. */
  webhookPort?: number;
  /** What stands in the environment besides: a real shop's values, where it should be one. */
  environment?: Record<string, string>;
}): Promise<Built> {
  await buildOnce();
  const args = ['--data', options.dataFolder, '--webhook-port', String(options.webhookPort ?? 0), '--console-port', String(options.port ?? 0), '--ready-json'];
  const env = { PATH: process.env['PATH'], TZ: 'Europe/Berlin', SHOPBELL_PRACTICE_PACE: String(options.pace), ...options.environment };
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/main/headless.js'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  // Whatever happens to the test, its server must not outlive it.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  let log = '';
  child.stderr.on('data', (part) => (log += String(part)));
  const ended = once(child, 'close').then(() => child.exitCode);
  const first = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const line = await Promise.race([first, ended.then((code) => Promise.reject(new Error(`headless ended with ${code}: ${log}`)))]);
  const ready = readyLine.parse(JSON.parse(line));
  const { origin, port } = new URL(ready.console);
  const stop = async () => {
    child.kill('SIGTERM');
    const code = await ended;
    process.off('exit', kill);
    return code;
  };
  return { webhook: ready.webhook, link: ready.console, url: origin, port: Number(port), log: () => log, stop };
}
