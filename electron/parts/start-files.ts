import path from 'node:path';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { TakeUpload } from '../commands/take-upload.ts';
import type { createFeed } from '../feed.ts';
import { keepExports } from '../files/keep-exports.ts';
import { keepUploads } from '../files/keep-uploads.ts';
import { openMediaFolder } from '../files/media-folder.ts';
import { createFileDoor, type MakeSmall } from './find-file.ts';
import { fetchMediaBytes, fetchMediaInfo } from '../graph/fetch-media.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import { uploadMedia } from '../graph/upload-media.ts';
import type { UploadFile } from '../outbound/upload-file.ts';
import { tellFilesUnderWay } from '../queries/view-media.ts';
import type { Store } from '../store/open-store.ts';
import { createThrottle } from './throttle.ts';
import { startMediaFetch } from '../upkeep/fetch-media.ts';

export type FilesOptions = {
  shop: ShopKind;
  /** Absolute path of the line's shopbell.db; the files lie beside it. */
  file: string;
  store: Store;
  feed: Pick<ReturnType<typeof createFeed>, 'publish' | 'subscribe'>;
  access: () => GraphAccess;
  configured: () => boolean;
  values: () => Pick<Settings, 'mediaLimit'>;
  makeSmall?: MakeSmall | undefined;
  now: () => number;
  newId: () => string;
  log: (line: string) => void;
};

const DAY = 24 * 60 * 60 * 1000;
const MB = 1024 * 1024;

/** A line's files of messages: fetched, kept in its folder, shown to the page, taken from it and handed to Meta. */
export function startFiles(options: FilesOptions) {
  const { shop, file, store, feed, access, configured, values, now, newId, log } = options;
  const folder = openMediaFolder(path.join(path.dirname(file), 'media'));
  const stopping = new AbortController();
  const shares = new Map<number, number>();
  const moved = new Map<number, number>();
  // Four times a second is often enough to see it move.
  const tell = createThrottle(() => {
    const news = [...moved].map(([messageId, conversationId]) => ({ kind: 'message' as const, conversationId, messageId }));
    moved.clear();
    feed.publish(news);
  }, 250);
  const onProgress = (media: { id: number; message_id: number; conversation_id: number }, share: number | null) => {
    if (share === null) shares.delete(media.id);
    else shares.set(media.id, share);
    if (share === null) return;
    moved.set(media.message_id, media.conversation_id);
    tell();
  };
  tellFilesUnderWay(store, { shop, progress: (mediaId) => shares.get(mediaId) ?? null });

  const fetch = startMediaFetch({
    store,
    folder,
    configured,
    info: (mediaId, phoneNumberId) => fetchMediaInfo(access(), mediaId, phoneNumberId),
    bytes: (url, limit, take, signal) => fetchMediaBytes(access(), url, limit, take, signal),
    limit: () => values().mediaLimit * MB,
    onProgress,
    publish: feed.publish,
    now,
    newId,
    log,
  });
  // However many messages come in a second, the rows are looked at a few times.
  const look = createThrottle(fetch.wake, 200);
  const unsubscribe = feed.subscribe((news) => {
    if (!news.some(({ kind }) => kind === 'arrived' || kind === 'message')) return;
    look();
    // A customer deleted a message, and the shop keeps nothing of it.
    if (store.media.takeRemoved()) clear();
  });

  const uploads = keepUploads({ folder, now, newId });
  const door = createFileDoor({ shop, store, folder, makeSmall: options.makeSmall ?? null, now });
  const exports = keepExports({ folder, handOut: door.handOut, takeBack: door.takeBack, newId });
  const takeUpload: TakeUpload = uploads.take;
  const upload: UploadFile = async (media, phoneNumberId) => {
    const conversation_id = store.messages.get(media.message_id)?.conversation_id ?? 0;
    const { mime_type: mimeType, filename, hash } = media;
    const progress = (share: number | null) => onProgress({ ...media, conversation_id }, share);
    progress(0);
    try {
      const call = { access: access(), phoneNumberId, file: folder.fileOf(hash ?? ''), mimeType: mimeType ?? 'application/octet-stream' };
      return await uploadMedia({ ...call, filename: filename ?? '', boundary: newId(), onProgress: progress, signal: stopping.signal });
    } catch (error) {
      log(`a file cannot be read: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`);
      return { ok: false, kind: 'refused', reason: 'upload-lost', code: null, details: null, retryAfterMs: null };
    } finally {
      progress(null);
    }
  };

  let sweeping: Promise<unknown> = Promise.resolve();
  /** Removes files that no message has any more; called after something was erased, too. */
  function sweep(): Promise<unknown> {
    const once = async () => {
      await uploads.forgetOld();
      if (!stopping.signal.aborted) await folder.sweep(store.media.isNamed);
    };
    return (sweeping = sweeping.then(once).catch((error: unknown) => log(`files could not be swept: ${error instanceof Error ? error.message : 'unknown'}`)));
  }
  void sweep();
  const clear = createThrottle(() => void sweep(), 10_000);
  const daily = setInterval(() => void sweep(), DAY);

  return {
    folder,
    door,
    exports,
    uploads,
    takeUpload,
    upload,
    sweep,
    /** Fetches a message's file, however large it is; false where there is nothing to be fetched. */
    ask(mediaId: number): boolean {
      const asked = store.media.ask(mediaId, now());
      if (asked) fetch.wake();
      return asked;
    },
    /** Something that calls need was set. */
    hurry: fetch.hurry,
    wake: fetch.wake,
    /** Calls under way end, and what they had is thrown away. Called before the outbox is stopped, which waits for its uploads. */
    async stop(): Promise<void> {
      stopping.abort();
      clearInterval(daily);
      unsubscribe();
      look.stop();
      clear.stop();
      tell.stop();
      await Promise.all([fetch.stop(), uploads.stop(), exports.stop(), sweeping]);
    },
  };
}
