import type { MediaFolder, NewFile } from './media-folder.ts';

/** How long the page may fetch one, ms. */
export const EXPORT_MS = 10 * 60 * 1000;

export type ExportsOptions = {
  folder: MediaFolder;
  /** Lets the page fetch a file under a token for so long; gives its address. */
  handOut: (token: string, given: { file: string; mimeType: string; filename: string }, forMs: number) => string;
  takeBack: (token: string) => void;
  /** A UUID. */
  newId: () => string;
};

/** Files that are made for the page to save: on the disk for ten minutes, and gone with the program at the latest. */
export function keepExports({ folder, handOut, takeBack, newId }: ExportsOptions) {
  const kept = new Map<string, { of: number; drop: () => Promise<void> }>();
  const given = new Map<string, NodeJS.Timeout>();
  let stopped = false;

  async function drop(token: string): Promise<void> {
    const one = kept.get(token);
    kept.delete(token);
    clearTimeout(given.get(token));
    given.delete(token);
    takeBack(token);
    await one?.drop();
  }

  return {
    /**
     * Makes one and hands it out; what `write` throws is thrown on, and nothing is kept then.
     * @param of the customer whose it is
     * @returns null where it was dropped while it was made
     */
    async make(of: number, filename: string, mimeType: string, write: (file: NewFile) => Promise<number>): Promise<{ url: string; size: number } | null> {
      const token = newId();
      const file = await folder.begin(`export-${token}`);
      kept.set(token, { of, drop: file.drop });
      try {
        const size = await write(file);
        if (stopped || !kept.has(token)) return null;
        const timer = setTimeout(() => void drop(token).catch(() => undefined), EXPORT_MS);
        timer.unref();
        given.set(token, timer);
        return { url: handOut(token, { file: file.file, mimeType, filename }, EXPORT_MS), size };
      } catch (error) {
        const wasDropped = !kept.has(token);
        await drop(token);
        // Its file was closed under it: that is no fault.
        if (wasDropped) return null;
        throw error;
      } finally {
        if (stopped) await drop(token);
      }
    },
    /** Those of a customer, when all about them is erased. */
    async forget(of: number): Promise<void> {
      for (const [token, one] of kept) if (one.of === of) await drop(token);
    },
    async stop(): Promise<void> {
      stopped = true;
      for (const token of kept.keys()) await drop(token);
    },
  };
}
