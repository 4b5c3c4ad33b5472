import { open } from 'node:fs/promises';
import { isAnimated, readDimensions } from './read-dimensions.ts';
import { type Magic, readMagic } from './read-magic.ts';
import { readMp4 } from './read-mp4.ts';
import { readOpus } from './read-opus.ts';

export type FileFacts = {
  magic: Magic | null;
  /** Pixels; null where unknown. */
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** Of Ogg with Opus; null for all else. */
  channels: number | null;
  animated: boolean;
};

/** Cameras put small pictures and notes before a picture's size. */
const HEAD = 256 * 1024;
const TAIL = 66 * 1024;
const IN_BOXES: readonly Magic[] = ['video/mp4', 'video/3gpp', 'video/quicktime', 'audio/mp4'];

/**
 * What a file says of itself.
 * @param file absolute
 * @throws what the disk says
 */
export async function readFacts(file: string): Promise<FileFacts> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const read = async (from: number, length: number) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    };
    const head = await read(0, HEAD);
    const magic = readMagic(head);
    const opus = magic === 'audio/ogg' ? readOpus(head, await read(Math.max(0, size - TAIL), TAIL)) : null;
    const mp4 = magic !== null && IN_BOXES.includes(magic) ? await readMp4(read, size) : null;
    const dimensions = readDimensions(head) ?? mp4?.dimensions;
    return {
      magic,
      width: dimensions?.width ?? null,
      height: dimensions?.height ?? null,
      durationMs: opus?.durationMs ?? mp4?.durationMs ?? null,
      channels: opus?.channels ?? null,
      animated: isAnimated(head),
    };
  } finally {
    await handle.close();
  }
}
