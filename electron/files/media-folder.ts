import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export type KeptFile = {
  /** SHA-256 in hex: its name. */
  hash: string;
  /** Bytes. */
  size: number;
  /** The sweep leaves it alone until then: called when a row names it, or when nobody wants it. */
  release: () => void;
};

export type NewFile = {
  /** Absolute; read it only after `write` has come back. */
  readonly file: string;
  /** @throws what the disk says */
  write: (bytes: Uint8Array, at: number) => Promise<void>;
  /** Flushes it to the disk and gives it its name; content that is here already is kept once. */
  keep: () => Promise<KeptFile>;
  /** Throws it away. Does nothing after `keep`. */
  drop: () => Promise<void>;
};

const HASH = /^[0-9a-f]{64}$/;

/**
 * The files of a line's messages, in a folder beside its database: `<aa>/<sha256>`, readable by this user alone. A file gets its name only
 * when it is whole and on the disk, so what has a name is what its name says, whenever the power goes.
 */
export function openMediaFolder(folder: string) {
  const unfinished = path.join(folder, 'unfinished');
  const being = new Set<string>();
  const held = new Map<string, number>();
  const fileOf = (hash: string): string => path.join(folder, hash.slice(0, 2), hash);

  function hold(hash: string): () => void {
    held.set(hash, (held.get(hash) ?? 0) + 1);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const left = (held.get(hash) ?? 1) - 1;
      if (left > 0) held.set(hash, left);
      else held.delete(hash);
    };
  }

  return {
    /** Absolute path of a kept file, whether it is there or not. */
    fileOf,
    /** True where it is there. */
    has: async (hash: string): Promise<boolean> =>
      stat(fileOf(hash)).then(
        (found) => found.isFile(),
        () => false,
      ),
    /**
     * Begins a file.
     * @param name of letters, digits and dashes, that no other unfinished file has
     * @throws what the disk says
     */
    async begin(name: string): Promise<NewFile> {
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      const file = path.join(unfinished, name);
      const handle = await open(file, 'wx+', 0o600);
      being.add(name);
      let over = false;
      const end = async () => {
        over = true;
        await handle.close();
      };
      return {
        file,
        async write(bytes, at) {
          for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
        },
        async keep() {
          const digest = createHash('sha256');
          let size = 0;
          const part = Buffer.alloc(256 * 1024);
          for (;;) {
            const { bytesRead } = await handle.read(part, 0, part.length, size);
            if (bytesRead === 0) break;
            digest.update(part.subarray(0, bytesRead));
            size += bytesRead;
          }
          const hash = digest.digest('hex');
          await handle.sync();
          await end();
          const release = hold(hash);
          try {
            await mkdir(path.dirname(fileOf(hash)), { recursive: true, mode: 0o700 });
            // Over the same content, where it is here already: one of the two is enough.
            await rename(file, fileOf(hash));
            await syncFolder(path.dirname(fileOf(hash)));
          } catch (error) {
            release();
            throw error;
          }
          being.delete(name);
          return { hash, size, release };
        },
        async drop() {
          if (!over) await end();
          if (!being.delete(name)) return;
          await rm(file, { force: true });
        },
      };
    },
    /** Keeps the sweep from a file until the answer is called. */
    hold,
    /**
     * Removes what nobody names any more, and what a program that ended left unfinished. Gives how many files went.
     * @param wanted asked for each hash at the moment before its file goes
     */
    async sweep(wanted: (hash: string) => boolean): Promise<number> {
      let gone = 0;
      const remove = (file: string) => {
        unlinkSync(file);
        gone += 1;
      };
      for (const name of await list(unfinished)) if (!being.has(name)) remove(path.join(unfinished, name));
      for (const part of await list(folder)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue;
        for (const name of await list(path.join(folder, part))) {
          // Beside a file lie what was made of it: `<sha256>.small`.
          const hash = name.slice(0, 64);
          // Nothing is awaited between the question and the removal: a row that comes between them would lose its file.
          if (HASH.test(hash) && !held.has(hash) && !wanted(hash)) remove(path.join(folder, part, name));
        }
      }
      return gone;
    },
  };
}
export type MediaFolder = ReturnType<typeof openMediaFolder>;

function list(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** A name is on the disk when its folder is. Windows knows no such thing and refuses it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
