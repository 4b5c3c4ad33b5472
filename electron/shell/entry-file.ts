import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isEntryOn, writeDesktopEntry } from './desktop-entry.ts';
import type { StartCommand } from './desktop-entry.ts';

/** The system's list of what starts at login, and this program's place in it. Both may throw what the system says. */
export type LoginItem = {
  /** `other`: it starts, but not as it should now (the program was moved). */
  read(): 'on' | 'off' | 'other';
  write(on: boolean): void;
};

/** Where desktops of Linux look for it. The XDG specification: a path that is not absolute is to be ignored. */
export function autostartFile(environment: Readonly<Record<string, string | undefined>>, home: string, suffix: string): string {
  const given = environment['XDG_CONFIG_HOME'];
  return path.join(given && path.isAbsolute(given) ? given : path.join(home, '.config'), 'autostart', `shopbell${suffix}.desktop`);
}

/** An autostart entry of its own file. */
export function createEntryFile(file: string, command: StartCommand): LoginItem {
  const text = writeDesktopEntry(command);
  return {
    read() {
      const found = readOrNull(file);
      if (found === null || !isEntryOn(found)) return 'off';
      return found === text ? 'on' : 'other';
    },
    write(on) {
      if (!on) return rmSync(file, { force: true });
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
  };
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
