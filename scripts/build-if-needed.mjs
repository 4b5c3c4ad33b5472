import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';

const SOURCES = ['electron', 'renderer', 'shared', 'vite.config.ts', 'package.json', 'lingui.config.ts'];

/** Builds when `dist` is missing or not made of the source as it is. Two at once wait for each other. Throws when the build fails. */
export async function buildIfNeeded(root, node) {
  const stamp = path.join(root, 'dist/.built');
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
  if (isFresh()) return;
  const unlock = await lock(path.join(root, 'dist/.building'));
  try {
    // Whoever held the lock may have built just this.
    if (isFresh()) return;
    say('building…');
    // Taken before the build: a file that changes meanwhile makes the next start build again.
    const source = fingerprint(root);
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--app', '--config', 'vite.config.ts', '--logLevel', 'error'];
    // A build started by a test would else bundle React's slower half. Vite writes to standard output, which belongs to `--ready-json`.
    const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } });
    if (status !== 0) throw new Error('the build failed; what it said stands above.');
    writeFileSync(stamp, source);
  } finally {
    unlock();
  }
}

/** Newest change and number of files: a changed, a new and a deleted file each make another one. */
function fingerprint(root) {
  let newest = 0;
  let count = 0;
  const visit = (file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory()) {
      // `renderer/node_modules` is a cache of Vite's.
      for (const name of readdirSync(file)) if (name !== 'node_modules') visit(path.join(file, name));
      return;
    }
    newest = Math.max(newest, found.mtimeMs);
    count += 1;
  };
  for (const source of SOURCES) visit(path.join(root, source));
  return `${newest} ${count}\n`;
}

/** A folder, because making one is atomic everywhere; the process id in it tells a lock whose owner died. */
async function lock(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const owner = path.join(folder, 'pid');
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8')))) rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
