import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataFolder } from '../../electron/settings/data-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Whether a program holds the data folder. */
function isHeld(folder: string): boolean {
  const lock = lockDataFolder(folder);
  if (lock.ok) lock.release();
  return !lock.ok;
}

test('the README’s command prints one line of JSON, and SIGTERM to npm ends the program itself', async () => {
  const folder = temporaryFolder();
  const flags = ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json'];
  const npm = spawn('npm', ['run', '--silent', 'headless', '--', ...flags], { cwd: ROOT, env: { ...process.env, SHOPBELL_APP_SECRET: 'test_app_secret' } });
  onTestFinished(() => void npm.kill('SIGKILL'));
  let out = '';
  npm.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await until('the line', () => out.includes('\n'), 60_000);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(out)).toEqual({
    webhook: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/webhook$/),
    console: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=.+$/),
  });
  expect(isHeld(folder)).toBe(true);
  npm.kill('SIGTERM');
  await until('the folder to be free', () => !isHeld(folder), 15_000);
}, 90_000);
