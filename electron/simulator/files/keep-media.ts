import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

export type MediaFile = { mimeType: string; bytes: Buffer; filename?: string };
/** `at`: ms since epoch when it came; `days`: how long Meta keeps it. */
export type KeptMedia = MediaFile & { id: string; at: number; days: number };

export type MediaShelf = {
  put(id: string, file: MediaFile, days: number): KeptMedia;
  /** Null: never there, deleted, or older than Meta keeps it. */
  find(id: string): KeptMedia | null;
  remove(id: string): void;
};

/** Meta keeps what customers sent for a week, and what was uploaded for 30 days. */
export const INBOUND_DAYS = 7;
export const UPLOAD_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The oldest make room: a practice shop may be left on for weeks. */
const LARGEST_SHELF = 2000;

/** sha256 of a file, as bytes. */
export function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The files that Meta holds of this number, in memory. */
export function keepMedia(now: () => number): MediaShelf {
  const shelf = new Map<string, KeptMedia>();
  return {
    put: (id, file, days) => {
      const kept = { ...file, id, at: now(), days };
      shelf.set(id, kept);
      const [oldest] = shelf.keys();
      if (shelf.size > LARGEST_SHELF && oldest !== undefined) shelf.delete(oldest);
      return kept;
    },
    find: (id) => {
      const kept = shelf.get(id);
      return kept !== undefined && now() - kept.at < kept.days * DAY_MS ? kept : null;
    },
    remove: (id) => {
      shelf.delete(id);
    },
  };
}
