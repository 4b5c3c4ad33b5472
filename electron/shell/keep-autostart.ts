import type { ComputerView } from '../../shared/contract/computer.ts';
import type { LoginItem } from './entry-file.ts';

export type Autostart = {
  /** As the system says now. */
  view(): ComputerView['autostart'];
  /** Asks the system for what is wanted now, also where it was asked before. */
  write(): void;
  /** The setting may be another. */
  follow(): void;
};

/**
 * Keeps the system's list at the setting. What a person switched off in the system's own settings is not switched on again behind their back: it is said
 * where the setting stands. A program that was moved is found again at its new place.
 */
export function keepAutostart({ item, wanted, log }: { item: LoginItem; wanted: () => boolean; log: (line: string) => void }): Autostart {
  let asked = wanted();
  let failed: string | null = null;

  function attempt(work: () => void): void {
    try {
      work();
      failed = null;
    } catch (error) {
      failed = codeOf(error);
      log(`the start at login could not be set: ${failed}`);
    }
  }
  function write(): void {
    attempt(() => {
      asked = wanted();
      item.write(asked);
    });
  }

  function stands(): Pick<ComputerView['autostart'], 'state' | 'details'> {
    if (failed !== null) return { state: 'failed', details: failed };
    try {
      return { state: item.read() === 'off' ? 'off' : 'on', details: null };
    } catch (error) {
      return { state: 'failed', details: codeOf(error) };
    }
  }

  attempt(() => {
    if (asked && item.read() === 'other') item.write(true);
  });
  return {
    view: () => ({ wanted: wanted(), ...stands() }),
    write,
    follow(): void {
      if (wanted() !== asked) write();
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
