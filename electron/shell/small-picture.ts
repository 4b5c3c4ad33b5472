import { rename, stat, writeFile } from 'node:fs/promises';
import { nativeImage } from 'electron';
import type { AppOptions } from '../app.ts';

type MakeSmall = NonNullable<AppOptions['makeSmall']>;

/** Pixels of the longer side: a bubble's width on a screen of double density. */
const SIDE = 480;

/** Small pictures of JPEG and PNG, all that Chromium's decoder for the main process reads; kept beside the file as `<sha256>.small`. */
export function createSmallPictures(log: (line: string) => void): MakeSmall {
  const making = new Map<string, ReturnType<MakeSmall>>();

  async function make(file: string, mimeType: string): ReturnType<MakeSmall> {
    const small = { file: `${file}.small`, mimeType };
    if (await stat(small.file).catch(() => null)) return small;
    const picture = nativeImage.createFromPath(file);
    const { width, height } = picture.getSize();
    // Already small, or none that can be read: it is shown as it is.
    if (picture.isEmpty() || Math.max(width, height) <= SIDE) return null;
    const resized = picture.resize({ ...(width >= height ? { width: SIDE } : { height: SIDE }), quality: 'good' });
    const bytes = mimeType === 'image/png' ? resized.toPNG() : resized.toJPEG(82);
    try {
      await writeFile(`${small.file}.new`, bytes, { mode: 0o600 });
      await rename(`${small.file}.new`, small.file);
      return small;
    } catch (error) {
      log(`a small picture could not be kept: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`);
      return null;
    }
  }

  return (file, mimeType) => {
    if (mimeType !== 'image/jpeg' && mimeType !== 'image/png') return Promise.resolve(null);
    const running = making.get(file) ?? make(file, mimeType).finally(() => making.delete(file));
    making.set(file, running);
    return running;
  };
}
