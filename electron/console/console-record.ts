import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../settings/write-private-file.ts';

const recordSchema = z.object({ address: z.string(), bootId: z.string(), pid: z.int().positive() });
/** What runs: kept in `console.json` (0600) of the data folder while the console listens. */
export type ConsoleRecord = z.infer<typeof recordSchema>;

export function writeConsoleRecord(dataFolder: string, record: ConsoleRecord): void {
  writePrivateFile(path.join(dataFolder, 'console.json'), `${JSON.stringify(record)}\n`);
}

export function removeConsoleRecord(dataFolder: string): void {
  rmSync(path.join(dataFolder, 'console.json'), { force: true });
}

/** Null when there is none, or its process is gone (it was killed and could not take it back). */
export function readConsoleRecord(dataFolder: string): ConsoleRecord | null {
  try {
    const record = recordSchema.parse(JSON.parse(readFileSync(path.join(dataFolder, 'console.json'), 'utf8')));
    // Signal 0 asks whether the process is there; EPERM says yes as well, but then it is not ours.
    process.kill(record.pid, 0);
    return record;
  } catch {
    return null;
  }
}
