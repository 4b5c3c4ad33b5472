import { spawn } from 'node:child_process';
import path from 'node:path';
import { forwardSignals } from './forward-signals.mjs';

/** Runs the console for a browser until it ends; returns its exit code. */
export function runHeadless(root, node, args) {
  const child = spawn(node, [path.join(root, 'dist/main/headless.js'), ...args], { cwd: root, stdio: 'inherit' });
  const signals = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      signals.stop();
      resolve(code ?? 1);
    });
  });
}
