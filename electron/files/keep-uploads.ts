import { type SendAs, SEND_LIMITS, sendableAs, STICKER_SIDE, STILL_STICKER_LIMIT } from '../../shared/domain/media-limits.ts';
import type { Reason, Refused } from '../../shared/domain/reason.ts';
import type { KeptFile, MediaFolder, NewFile } from './media-folder.ts';
import { type FileFacts, readFacts } from './read-facts.ts';

export type UploadsOptions = { folder: MediaFolder; now: () => number; newId: () => string };

/** A file that the page handed over. */
type Taken = {
  ok: true;
  hash: string;
  size: number;
  mimeType: string;
  filename: string;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  as: readonly SendAs[];
  animated: boolean;
};
type Upload = {
  name: string;
  mimeType: string;
  as: SendAs[];
  size: number;
  at: number;
  file: NewFile;
  /** Parts that are there: from, to; apart and in order. */
  parts: [number, number][];
  whole: { kept: KeptFile; taken: Taken } | null;
  /** Parts are written one after the other. */
  turn: Promise<unknown>;
};

const HOUR = 60 * 60 * 1000;
/** Begun and not sent, at once: a page that drops a whole folder has to send some first. */
const MOST = 40;

/** Files that the page hands over in parts, until they are sent: in memory by name, on the disk by their bytes. A restart forgets them. */
export function keepUploads({ folder, now, newId }: UploadsOptions) {
  const uploads = new Map<string, Upload>();

  const leaving = new Set<Promise<void>>();

  function forget(id: string): Promise<void> {
    const upload = uploads.get(id);
    if (!upload) return Promise.resolve();
    uploads.delete(id);
    const left = drop(upload).finally(() => leaving.delete(left));
    leaving.add(left);
    return left;
  }
  async function drop(upload: Upload): Promise<void> {
    await upload.turn.catch(() => undefined);
    upload.whole?.kept.release();
    await upload.file.drop();
  }
  async function forgetOld(): Promise<void> {
    for (const [id, { at }] of uploads) if (at <= now() - HOUR) await forget(id);
  }

  async function add(id: string, upload: Upload, offset: number, bytes: Uint8Array): Promise<{ ok: true; whole: boolean } | Refused> {
    if (uploads.get(id) !== upload) return { ok: false, reason: 'upload-lost' };
    if (upload.whole) return { ok: true, whole: true };
    if (offset + bytes.length > upload.size) {
      void forget(id);
      return { ok: false, reason: 'bad-file' };
    }
    try {
      await upload.file.write(bytes, offset);
    } catch (error) {
      const reason = diskFault(error);
      if (reason === null) throw error;
      return { ok: false, reason };
    }
    upload.parts = join(upload.parts, [offset, offset + bytes.length]);
    const [[from, to] = [0, 0]] = upload.parts;
    if (from !== 0 || to !== upload.size) return { ok: true, whole: false };
    const facts = await readFacts(upload.file.file);
    const looked = lookAt(upload, facts);
    if (!looked.ok) {
      // Not awaited: it waits for this very part.
      void forget(id);
      return looked;
    }
    const kept = await upload.file.keep();
    const { width, height, durationMs, animated } = facts;
    const { mimeType, as } = looked;
    upload.whole = { kept, taken: { ok: true, hash: kept.hash, size: kept.size, mimeType, filename: upload.name, width, height, durationMs, as, animated } };
    return { ok: true, whole: true };
  }

  return {
    async begin({ name, mimeType, size }: { name: string; mimeType: string; size: number }): Promise<{ ok: true; uploadId: string; as: SendAs[] } | Refused> {
      await forgetOld();
      const sendable = sendableAs(name, mimeType, size);
      if (!sendable.ok) return sendable;
      if (uploads.size >= MOST) return { ok: false, reason: 'rate-limited' };
      const uploadId = newId();
      try {
        const file = await folder.begin(uploadId);
        uploads.set(uploadId, { name, mimeType: sendable.mimeType, as: sendable.as, size, at: now(), file, parts: [], whole: null, turn: Promise.resolve() });
      } catch (error) {
        const reason = diskFault(error);
        if (reason === null) throw error;
        return { ok: false, reason };
      }
      return { ok: true, uploadId, as: sendable.as };
    },
    /** @param bytes from `offset` on; in any order, and again where an answer was lost */
    async chunk(uploadId: string, offset: number, bytes: Uint8Array): Promise<{ ok: true; whole: boolean } | Refused> {
      await forgetOld();
      const upload = uploads.get(uploadId);
      if (!upload) return { ok: false, reason: 'upload-lost' };
      const done = upload.turn.then(() => add(uploadId, upload, offset, bytes));
      upload.turn = done.catch(() => undefined);
      return done;
    },
    cancel: forget,
    /** A whole file, to be sent; it stays known for its hour, so that a send that was refused can be tried again. */
    take(uploadId: string): Taken | Refused {
      const upload = uploads.get(uploadId);
      if (!upload?.whole || upload.at <= now() - HOUR) return { ok: false, reason: 'upload-lost' };
      return upload.whole.taken;
    },
    forgetOld,
    async stop(): Promise<void> {
      for (const id of uploads.keys()) void forget(id);
      await Promise.all(leaving);
    },
  };
}

/** What the bytes say, beside what was announced. */
function lookAt(upload: Upload, facts: FileFacts): { ok: true; mimeType: string; as: SendAs[] } | Refused {
  const { magic } = facts;
  const wrong: Refused = { ok: false, reason: 'media-type' };
  const { mimeType } = upload;
  // Pictures are often named as the other of the two.
  const isPicture = (type: string | null) => type === 'image/jpeg' || type === 'image/png';
  if (isPicture(mimeType)) return magic !== null && isPicture(magic) ? { ok: true, mimeType: magic, as: upload.as } : wrong;
  const fits = MAGIC[mimeType];
  if (magic === null || (fits && !fits.includes(magic))) return wrong;
  if (mimeType === 'image/webp') {
    if (facts.width !== STICKER_SIDE || facts.height !== STICKER_SIDE) return wrong;
    return upload.size > (facts.animated ? SEND_LIMITS.sticker : STILL_STICKER_LIMIT)
      ? { ok: false, reason: 'media-too-large' }
      : { ok: true, mimeType, as: upload.as };
  }
  // WhatsApp plays Ogg with Opus of one channel alone; any other can still be handed on.
  if (mimeType === 'audio/ogg' && facts.channels !== 1) return { ok: true, mimeType, as: upload.as.filter((as) => as === 'document') };
  return { ok: true, mimeType, as: upload.as };
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MAGIC: Readonly<Record<string, readonly FileFacts['magic'][]>> = {
  'image/webp': ['image/webp'],
  'video/mp4': ['video/mp4', 'video/3gpp', 'audio/mp4'],
  'video/3gpp': ['video/3gpp', 'video/mp4'],
  'audio/ogg': ['audio/ogg'],
  'audio/aac': ['audio/aac', 'audio/mpeg'],
  'audio/amr': ['audio/amr'],
  'audio/mpeg': ['audio/mpeg'],
  'audio/mp4': ['audio/mp4', 'video/mp4', 'video/3gpp'],
  'application/pdf': ['application/pdf'],
  'text/plain': ['text/plain'],
  'application/msword': ['ole', 'zip', 'text/plain'],
  'application/vnd.ms-excel': ['ole', 'zip', 'text/plain'],
  'application/vnd.ms-powerpoint': ['ole', 'zip'],
  [`${OFFICE}.wordprocessingml.document`]: ['zip'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['zip'],
  [`${OFFICE}.presentationml.presentation`]: ['zip'],
};

/** Parts with one more: what touches becomes one. */
function join(parts: readonly [number, number][], more: [number, number]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...parts, more].toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export function diskFault(error: unknown): Reason | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? 'disk-failed' : null;
}
