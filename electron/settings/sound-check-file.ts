import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SoundCheckKept } from '../../shared/domain/sound-check.ts';
import { writePrivateFile } from './write-private-file.ts';

const keptSchema = z.object({
  since: z.number(),
  askedAt: z.number().nullable(),
  answer: z.object({ at: z.number(), heard: z.boolean() }).nullable(),
});

/**
 * What is kept of the sound check, in `sound-check.json` of the data folder: it belongs to this place and its speakers, not to one of
 * the lines. A file that is missing or broken is as none; one that cannot be written is told through `log`.
 */
export function createSoundCheckFile({ dataFolder, log }: { dataFolder: string; log: (line: string) => void }) {
  const file = path.join(dataFolder, 'sound-check.json');
  return {
    read(): SoundCheckKept | null {
      try {
        return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return null;
      }
    },
    write(kept: SoundCheckKept): void {
      try {
        writePrivateFile(file, `${JSON.stringify(kept)}\n`);
      } catch (error) {
        log(`the sound check's answer could not be kept: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`);
      }
    },
  };
}
