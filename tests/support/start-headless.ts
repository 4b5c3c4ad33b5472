import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { APP_SECRET } from './start-shop.ts';

const ROOT = path.join(import.meta.dirname, '../..');

export type Headless = {
  webhook: string;
  console: string;
  child: ChildProcess;
  /** All that it wrote to standard error so far. */
  errors: () => string;
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>;
};

export type HeadlessOptions = { environment?: Record<string, string>; arguments?: readonly string[]; shellPrefix?: string };

/** The program without a window as a process of its own, on free ports; it is killed when the test ends. */
export async function startHeadless(folder: string, options: HeadlessOptions = {}): Promise<Headless> {
  const child = spawnHeadless(['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json', ...(options.arguments ?? [])], options);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  const line = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out);
    });
    void ended.then((code) => reject(new Error(`headless ended with ${code}: ${errors}`)));
  });
  const ready = JSON.parse(line) as { webhook: string; console: string };
  return { ...ready, child, errors: () => errors, ended };
}

/** Starts it and gives the process, for starts that are expected to fail. */
export function spawnHeadless(flags: readonly string[], { environment = {}, shellPrefix }: HeadlessOptions = {}): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    SHOPBELL_APP_SECRET: APP_SECRET,
    SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9',
    ...environment,
  };
  const command = [process.execPath, path.join(ROOT, 'electron/headless.ts'), ...flags];
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const child =
    shellPrefix === undefined
      ? spawn(command[0] ?? '', command.slice(1), { env, cwd: ROOT })
      : spawn('sh', ['-c', `${shellPrefix}; exec ${quoted}`], { env, cwd: ROOT });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
