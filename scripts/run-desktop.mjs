import { spawn } from 'node:child_process';
import { forwardSignals } from './forward-signals.mjs';

/** No window within this time is no answer either way; a program that ends in it, without a word of ours, did not start. */
const START_MS = 10_000;

/**
 * Runs the window until it ends.
 * @returns {Promise<{ code: number } | { failed: string }>} failed: Electron itself did not start here, so that another way may be tried
 */
export function runDesktop(root, program, args) {
  // Chromium's sandbox refuses root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...asRoot, '.', ...args], { cwd: root, stdio: ['inherit', 'inherit', 'pipe'] });
  const started = Date.now();
  const signals = forwardSignals(child);
  let spoke = false;
  let noise = '';

  // Until it is known whether Electron starts, what Chromium complains about is kept back: a start without it says one line.
  child.stderr.on('data', (chunk) => {
    if (spoke) return void process.stderr.write(chunk);
    noise += chunk;
    if (!/^shopbell: (window ready|cannot start)/m.test(noise) && Date.now() - started < START_MS) return;
    spoke = true;
    process.stderr.write(noise);
  });

  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ failed: `Electron could not be started (${error.code ?? error.message})` }));
    child.once('close', (code, signal) => {
      signals.stop();
      if (!spoke && !signals.sent() && code !== 0 && Date.now() - started < START_MS) {
        return resolve({ failed: `Electron did not start (${signal ?? `exit code ${code}`})` });
      }
      if (!spoke) process.stderr.write(noise);
      resolve({ code: code ?? 1 });
    });
  });
}
