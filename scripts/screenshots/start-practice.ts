import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

/** A data folder of its own, gone afterwards. */
export function temporaryData(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-pictures-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** This process's environment without a shop of its own in it: pictures show the practice shop and nobody's real one. */
export function practiceEnvironment(more: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined || name.startsWith('SHOPBELL_') ? [] : [[name, value]]));
  return { ...(Object.fromEntries(inherited) as Record<string, string>), TZ: 'Europe/Berlin', LANGUAGE: 'en_GB', LANG: 'en_GB.UTF-8', ...more };
}

/** The built program without a window, with the practice shop at a pace, on a data folder. `link` lets a browser in. @param more variables besides */
export async function startPractice(
  folder: string,
  pace: number,
  more: Readonly<Record<string, string>> = {},
): Promise<{ link: string; stop(): Promise<void> }> {
  const flags = ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json', '--no-open'];
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/main/headless.js'), ...flags], {
    env: practiceEnvironment({ SHOPBELL_PRACTICE_PACE: String(pace), ...more }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out);
    });
    void ended.then(() => reject(new Error('the program ended before it was ready')));
  });
  const { console: link } = JSON.parse(line) as { console: string };
  return {
    link,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}
