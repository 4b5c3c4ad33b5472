import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * Where the shop's data lies, absolute: one default for the desktop and for headless, so that both show the same shop.
 * `--data` beats SHOPBELL_DATA, which beats the system's own place. Nothing is made or read here.
 */
export function resolveDataFolder(options: {
  /** Value of `--data`, if given. */
  flag: string | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** The user's home folder. */
  home: string;
}): string {
  const { flag, environment, platform, home } = options;
  const chosen = flag || environment['SHOPBELL_DATA'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32') return path.win32.join(environment['APPDATA'] || path.win32.join(home, 'AppData', 'Roaming'), 'Shopbell');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Shopbell');
  const xdg = environment['XDG_DATA_HOME'];
  // The XDG specification: a path that is not absolute is to be ignored.
  return path.posix.join(xdg && path.posix.isAbsolute(xdg) ? xdg : path.posix.join(home, '.local', 'share'), 'Shopbell');
}

/**
 * Makes the data folder with room for this user only (0700). One that exists keeps its rights.
 * @throws StartError `data-folder` when it cannot be made.
 */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StartError('data-folder', `The data folder ${folder} cannot be used (${code}): choose another with --data.`);
  }
}

/** Not by `recursive`: Node's own way through the parents never ends where making one answers ENOENT, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    // Refuses what is there and is no folder.
    mkdirSync(folder, { recursive: true });
    return;
  }
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
