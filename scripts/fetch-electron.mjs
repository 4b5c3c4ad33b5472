import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './say.mjs';

const PATIENCE_MS = 30_000;

/**
 * Runs the electron package's own installer, and gives up after 30 s in which nothing more of it has arrived: a mirror that accepts and
 * stays silent would otherwise hold it for ever.
 * @returns {Promise<string | null>} null when it is there, else why not, in words
 */
export async function fetchElectron(root, node, patienceMs = PATIENCE_MS) {
  const electron = path.join(root, 'node_modules/electron');
  // The installer downloads into the temporary folder: one of its own can be measured.
  const temporary = mkdtempSync(path.join(tmpdir(), 'shopbell-electron-'));
  const size = () => sizeOf(temporary) + sizeOf(path.join(electron, 'dist'));
  say('fetching Electron (once, about 120 MB)…');
  try {
    const environment = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1', NODE_USE_ENV_PROXY: '1' };
    const child = spawn(node, [path.join(electron, 'install.js')], { cwd: root, env: environment, stdio: 'ignore' });
    return await watch(child, size, patienceMs);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function watch(child, size, patienceMs) {
  return new Promise((resolve) => {
    let last = -1;
    let since = Date.now();
    const timer = setInterval(
      () => {
        const now = size();
        if (now !== last) since = Date.now();
        last = now;
        if (Date.now() - since < patienceMs) return;
        done(`its download stood still for ${Math.round(patienceMs / 1000)} s`);
        child.kill('SIGKILL');
      },
      Math.min(1000, patienceMs / 4),
    );
    // Whoever interrupts the start does not want the download to go on behind it.
    const interrupt = () => child.kill('SIGKILL');
    process.once('exit', interrupt);
    const done = (why) => {
      clearInterval(timer);
      process.off('exit', interrupt);
      resolve(why);
    };
    child.once('error', () => done('its installer could not be started'));
    child.once('exit', (code) => done(code === 0 ? null : 'its download failed'));
  });
}

function sizeOf(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.size;
  try {
    return readdirSync(folder).reduce((sum, name) => sum + sizeOf(path.join(folder, name)), 1);
  } catch {
    // Moved away between the two looks.
    return 0;
  }
}
