import type { News } from '../../shared/contract/live.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { MediaFolder, NewFile } from '../files/media-folder.ts';
import { readFacts } from '../files/read-facts.ts';
import type { BytesOutcome, MediaInfo } from '../graph/fetch-media.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import { diskReason } from '../store/disk-error.ts';
import type { DueMedia } from '../store/media.ts';
import type { Store } from '../store/open-store.ts';

export type MediaFetchOptions = {
  store: Store;
  folder: MediaFolder;
  /** False while there is no access token. */
  configured: () => boolean;
  info: (mediaId: string, phoneNumberId: string) => Promise<{ ok: true; info: MediaInfo } | GraphFailure>;
  bytes: (
    url: string,
    limit: number,
    take: (bytes: Uint8Array, at: number, size: number | null) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<BytesOutcome>;
  /** Bytes that are fetched unasked. */
  limit: () => number;
  /** Share so far, 0 to 1; null: over. */
  onProgress: (media: { id: number; message_id: number; conversation_id: number }, share: number | null) => void;
  publish: (news: readonly News[]) => void;
  now: () => number;
  newId: () => string;
  log: (line: string) => void;
};

const PARALLEL = 2;
/** Well below the 5 s after which a process that was told to end is cut off. */
const STOP_PATIENCE_MS = 2_000;
const SECOND = 1000;
/** An address from the webhook lives for five minutes. */
const URL_LIFE = 4 * 60 * SECOND;
/** Meta keeps what customers send for seven days. */
const KEPT_BY_META = 7 * 24 * 60 * 60 * SECOND;
/** More than WhatsApp lets anybody send; also of what a person asked for. */
const HARD_LIMIT = 110 * 1024 * 1024;
/** After these pauses it is given up, until a person asks for it. */
const PAUSES = [5, 30, 120, 600, 3600].map((seconds) => seconds * SECOND);
/** No network, no room on the disk, a token that is refused: nothing of it is the file's fault. */
const HELD_PAUSE = 60 * SECOND;
/** Meta's codes for an id that means nothing (any more). */
const GONE_CODES: ReadonlySet<number> = new Set([33, 100, 803, 131052]);

type End =
  | { end: 'ready' }
  /** Tried again; counted where the file itself is to blame. */
  | { end: 'again'; counted: boolean; reason: Reason }
  | { end: 'gone' }
  | { end: 'too-large'; size: number | null };

/** Fetches the files that messages name: reads the rows that want it, two at a time. */
export function startMediaFetch(options: MediaFetchOptions) {
  const { store, folder, now } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const stopping = new AbortController();
  const underWay = new Map<number, Promise<void>>();

  function wake(): void {
    if (stopped || !options.configured()) return;
    clearTimeout(timer);
    try {
      for (const row of store.media.due(now(), PARALLEL + underWay.size)) if (underWay.size < PARALLEL && !underWay.has(row.id)) begin(row);
      const next = underWay.size < PARALLEL ? store.media.nextAt() : null;
      if (next !== null) timer = setTimeout(wake, Math.min(Math.max(next - now(), SECOND), 10 * 60 * SECOND));
    } catch (error) {
      if (diskReason(error) === null) throw error;
      timer = setTimeout(wake, HELD_PAUSE);
    }
  }

  function begin(row: DueMedia): void {
    const work = fetchOne(row)
      .catch((error: unknown): End => {
        const reason = diskReason(error) ?? fileFault(error);
        if (reason === null) throw error;
        options.log(`a file could not be kept: ${reason}`);
        return { end: 'again', counted: false, reason };
      })
      .then((end) => {
        if (!stopped) settle(row, end);
      })
      .finally(() => {
        underWay.delete(row.id);
        options.onProgress(row, null);
        if (stopped) return;
        options.publish([{ kind: 'message', conversationId: row.conversation_id, messageId: row.message_id }]);
        wake();
      });
    underWay.set(row.id, work);
    // Only now: whoever hears of it wakes this worker, which must not begin the same file again.
    options.onProgress(row, 0);
  }

  async function fetchOne(row: DueMedia): Promise<End> {
    if (row.wa_id === null) return { end: 'gone' };
    const old = row.sent_at < now() - KEPT_BY_META;
    const fresh = row.url !== null && row.url_at !== null && row.url_at > now() - URL_LIFE ? row.url : null;
    // What the webhook named first, and where that is dead a new address.
    if (fresh !== null) {
      const end = await fetchFrom(row, { url: fresh, mimeType: row.mime_type, sha256: row.sha256, size: null });
      if (end !== 'dead') return end;
    }
    const answer = await options.info(row.wa_id, row.phone_number_id);
    if (!answer.ok) {
      if (answer.kind === 'not-sent') return { end: 'again', counted: false, reason: 'unreachable' };
      if (answer.kind === 'unknown') return old ? { end: 'gone' } : { end: 'again', counted: true, reason: 'meta-trouble' };
      if (['token-refused', 'token-expired', 'permission-missing'].includes(answer.reason)) return { end: 'again', counted: false, reason: answer.reason };
      if (old || GONE_CODES.has(answer.code ?? 0)) return { end: 'gone' };
      return { end: 'again', counted: true, reason: answer.reason };
    }
    const end = await fetchFrom(row, answer.info);
    if (end === 'dead') return old ? { end: 'gone' } : { end: 'again', counted: true, reason: 'media-missing' };
    return end;
  }

  async function fetchFrom(row: DueMedia, info: MediaInfo): Promise<End | 'dead'> {
    // A person asked for it in spite of its size: the row keeps that as its reason.
    const limit = row.reason === 'media-too-large' ? HARD_LIMIT : options.limit();
    if (info.size !== null && info.size > limit) return { end: 'too-large', size: info.size };
    const file = await folder.begin(options.newId());
    try {
      const outcome = await options.bytes(info.url, limit, (bytes, at, size) => take(row, file, bytes, at, size ?? info.size), stopping.signal);
      if (outcome.ok) return await keep(row, file, info);
      options.log(`file of message ${row.message_id}: ${outcome.cause}`);
      if (outcome.why === 'refused') return 'dead';
      if (outcome.why === 'too-large') return { end: 'too-large', size: outcome.size };
      return { end: 'again', counted: outcome.why !== 'offline', reason: 'unreachable' };
    } finally {
      await file.drop();
    }
  }

  async function take(row: DueMedia, file: NewFile, bytes: Uint8Array, at: number, size: number | null): Promise<void> {
    await file.write(bytes, at);
    if (size) options.onProgress(row, Math.min(1, (at + bytes.length) / size));
  }

  async function keep(row: DueMedia, file: NewFile, info: MediaInfo): Promise<End> {
    const facts = await readFacts(file.file);
    const { hash, size, release } = await file.keep();
    try {
      if (![row.sha256, info.sha256].some((told) => told !== null && isHash(told, hash)) && (row.sha256 ?? info.sha256) !== null) {
        return { end: 'again', counted: true, reason: 'media-broken' };
      }
      if (stopped) return { end: 'again', counted: false, reason: 'unreachable' };
      const { width, height, durationMs } = facts;
      store.media.ready(row.id, { hash, size, mimeType: info.mimeType, width, height, durationMs });
      return { end: 'ready' };
    } finally {
      // What no row names by now goes with the next sweep.
      release();
    }
  }

  function settle(row: DueMedia, end: End): void {
    switch (end.end) {
      case 'ready':
        return;
      case 'gone':
        return store.media.end(row.id, 'gone', 'media-gone', null);
      case 'too-large':
        return store.media.end(row.id, 'too-large', 'media-too-large', end.size);
      case 'again': {
        const pause = end.counted ? PAUSES[row.tries] : HELD_PAUSE;
        if (pause === undefined) store.media.end(row.id, 'failed', end.reason, null);
        else store.media.postpone(row.id, row.tries + (end.counted ? 1 : 0), now() + pause);
      }
    }
  }

  wake();
  return {
    wake,
    /** A person mended what held them up. */
    hurry(): void {
      store.media.hurry(now());
      wake();
    },
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      stopping.abort();
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_PATIENCE_MS).unref());
      await Promise.race([Promise.allSettled(underWay.values()), patience]);
    },
  };
}

/** Webhooks write it in base64, the Graph API in hex; both have been seen in both. */
function isHash(told: string, hash: string): boolean {
  return told.toLowerCase() === hash || Buffer.from(told, 'base64').toString('hex') === hash;
}

function fileFault(error: unknown): Reason | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? 'disk-failed' : null;
}
