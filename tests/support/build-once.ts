import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export const ROOT = path.join(import.meta.dirname, '../..');

/** Builds `dist` when it is missing or older than the source, as `npm start` does; test files that ask together wait for each other. */
export async function buildOnce(): Promise<void> {
  const script = `import { buildIfNeeded } from './scripts/build-if-needed.mjs'; await buildIfNeeded(process.cwd(), process.execPath);`;
  // A test's own NODE_ENV would build the page with React's development half, and that build would stay.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, env, timeout: 100_000 });
}
