import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../../..');

/** Electron's program, or why the desktop cannot be tested here. Never `require('electron')`: it would download. */
function findDesktop(): { program: string } | { missing: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return { missing: 'no display (DISPLAY is empty)' };
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const electron = path.join(root, 'node_modules/electron');
  const named = path.join(electron, 'path.txt');
  const program = override
    ? path.join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
    : path.join(electron, 'dist', existsSync(named) ? readFileSync(named, 'utf8').trim() : 'not-downloaded');
  return existsSync(program) ? { program } : { missing: `no Electron at ${program}` };
}

const found = findDesktop();
if ('missing' in found) {
  if (process.env['REQUIRE_DESKTOP'] === '1') throw new Error(`REQUIRE_DESKTOP=1, but ${found.missing}`);
  console.warn(`desktop tests are skipped: ${found.missing}`);
}

/** Electron's program. */
export const program = 'program' in found ? found.program : '';

/** For `describe.skipIf`. Where there is no window its tests are skipped and say why; with REQUIRE_DESKTOP=1 that is a failure. */
export const noDesktop = program === '';

/** The folder of that program with all it needs. */
export const electronFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules/electron/dist');

/** Builds what the window runs, when it is older than the source; tests of several files wait for one build. */
export function buildDesktop(): void {
  const script = "import('./scripts/prepare.mjs').then(({ prepare }) => prepare())";
  execFileSync(process.execPath, ['-e', script], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}
