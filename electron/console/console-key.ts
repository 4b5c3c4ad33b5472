import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writePrivateFile } from '../settings/write-private-file.ts';

/**
 * The key that signs links and cookies of the console: 32 random bytes in `console.key` (hex, 0600) of the data folder. It outlives
 * the process, and so do the cookies. A damaged file is replaced: everybody logs in once more.
 */
export function readOrMakeConsoleKey(dataFolder: string, randomBytes: (size: number) => Buffer): Buffer {
  const kept = readConsoleKey(dataFolder);
  if (kept !== null) return kept;
  const key = randomBytes(32);
  writePrivateFile(path.join(dataFolder, 'console.key'), `${key.toString('hex')}\n`);
  return key;
}

/** Null when there is no key, or none that could be used. Rights wider than this user's are narrowed. */
export function readConsoleKey(dataFolder: string): Buffer | null {
  const file = path.join(dataFolder, 'console.key');
  if (!existsSync(file)) return null;
  chmodSync(file, 0o600);
  const text = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : null;
}
