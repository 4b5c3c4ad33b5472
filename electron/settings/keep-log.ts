import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { createMasker } from '../../shared/domain/mask-personal.ts';

export type KeepLogOptions = {
  /** Absolute. The lines stand in `logs/shopbell.log` there, older ones in `shopbell.1.log` … `shopbell.4.log`. */
  dataFolder: string;
  /** The user's own folder; its path names a person. */
  home: string;
  /** Texts that must not be written down. */
  secrets: () => readonly string[];
  now: () => number;
  /** Bytes of one file. */
  limit?: number;
};

const FILES = 5;
const LIMIT = 1024 * 1024;
const LONGEST_LINE = 4_000;

/**
 * Keeps what the program logs: each line with its time, without secrets and numbers. A disk that does not take it stops nothing: the line is lost, as
 * standard error has it too.
 */
export function keepLog({ dataFolder, home, secrets, now, limit = LIMIT }: KeepLogOptions): (line: string) => void {
  const folder = path.join(dataFolder, 'logs');
  const masker = createMasker({ secrets, hidden: [{ text: home, as: '~' }], remembers: 5_000 });
  const file = nameOf(folder, 0);
  let size: number | null = null;

  function write(line: string): void {
    const shown = masker.line(line.slice(0, LONGEST_LINE)).replaceAll(/[\r\n]+/g, '\n    ');
    const bytes = Buffer.from(`${new Date(now()).toISOString()} ${shown}\n`);
    if (size === null) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    }
    if (size > 0 && size + bytes.length > limit) {
      for (let place = FILES - 2; place >= 0; place -= 1) moveOn(nameOf(folder, place), nameOf(folder, place + 1));
      size = 0;
    }
    appendFileSync(file, bytes, { mode: 0o600 });
    size += bytes.length;
  }

  return (line) => {
    try {
      write(line);
    } catch {
      // How much of it was written, and whether the folder is still there, is looked up at the next line.
      size = null;
    }
  };
}

/** What was kept, the oldest first. */
export function readLogs(dataFolder: string): { name: string; text: string }[] {
  const places = Array.from({ length: FILES }, (_, index) => nameOf(path.join(dataFolder, 'logs'), FILES - 1 - index));
  return places.flatMap((file) => {
    try {
      return [{ name: path.basename(file), text: readFileSync(file, 'utf8') }];
    } catch {
      return [];
    }
  });
}

function nameOf(folder: string, place: number): string {
  return path.join(folder, place === 0 ? 'shopbell.log' : `shopbell.${place}.log`);
}

/** One that is held open by another program (Windows) stays, and is written on. */
function moveOn(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
