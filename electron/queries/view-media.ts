import type { ShopKind } from '../../shared/contract/common.ts';
import type { MediaView, MessageContent } from '../../shared/contract/messages.ts';
import type { MediaRow } from '../store/media.ts';
import type { MessageRow } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import type { StoredContent } from '../store/stored-content.ts';

/** What a line knows of its files that stands in no table. */
export type FilesUnderWay = {
  /** The line's own part of the addresses. */
  shop: ShopKind;
  /** Share that was fetched or uploaded so far, 0 to 1; null while nothing runs. */
  progress: (mediaId: number) => number | null;
};

// Kept by the store that the rows come from: every view that shows a message would else have to be handed it through all its questions.
const known = new WeakMap<object, FilesUnderWay>();

/** Called once, by the line that opened the store. Without it a file is shown without an address. */
export function tellFilesUnderWay(store: object, files: FilesUnderWay): void {
  known.set(store, files);
}

/** Pictures that can be shown small. */
const PICTURE = /^image\/(jpeg|png|webp|gif)$/;

/** A message with a file, as the page shows it; a card where the file's row is not there (a message of an older version). */
export function viewMedia(store: Store, row: MessageRow, content: Extract<StoredContent, { kind: 'media' }>): MessageContent {
  const media = store.media.of(row.id);
  if (!media) {
    const facts = content.caption === null ? [] : [{ fact: 'caption' as const, value: content.caption }];
    return { kind: 'card', type: row.type, facts };
  }
  const { caption, voice, animated } = content;
  return { kind: 'media', media: viewFile(media, known.get(store) ?? null), caption, voice, animated };
}

/** @param files null where nobody told of them: there is no address then */
export function viewFile(row: MediaRow, files: FilesUnderWay | null): MediaView {
  const ready = row.state === 'ready' && row.hash !== null;
  const address = ready && files ? `/media/${files.shop}/${row.id}` : null;
  // The version makes the address one of this content alone, so that it may be kept: ids of erased rows come again.
  const version = `?v=${row.hash ?? ''}`;
  return {
    mediaId: row.id,
    media: row.kind,
    mimeType: row.mime_type,
    filename: row.filename,
    size: row.size,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    state: row.state,
    progress: files?.progress(row.id) ?? null,
    reason: row.state === 'ready' || row.state === 'removed' ? null : row.reason,
    url: address && `${address}${version}`,
    thumbUrl: address && PICTURE.test(row.mime_type ?? '') ? `${address}/small${version}` : null,
  };
}
