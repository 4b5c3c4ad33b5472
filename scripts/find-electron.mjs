import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * Electron's program, looked for without `require('electron')`: that one downloads when it is missing, blocking, for as long as it takes.
 * @returns {{ program: string } | { missing: string }} 'download' where it could be fetched, else why not in words
 */
export function findElectron(root, environment = process.env) {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const program = path.join(override, PROGRAM[process.platform] ?? 'electron');
    return existsSync(program) ? { program } : { missing: 'ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron' };
  }
  const electron = path.join(root, 'node_modules/electron');
  if (!existsSync(path.join(electron, 'install.js'))) return { missing: 'the electron package is not installed' };
  const named = path.join(electron, 'path.txt');
  if (!existsSync(named)) return { missing: 'download' };
  const program = path.join(electron, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? { program } : { missing: 'download' };
}

/** Why no window can be shown on this machine, or null. Electron would die by a signal without a display. */
export function lackingDisplay(environment = process.env) {
  if (process.platform !== 'linux') return null;
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? null : 'there is no display (DISPLAY and WAYLAND_DISPLAY are empty)';
}
