import path from 'node:path';
import type { ShopKind } from '../shared/contract/common.ts';
import { openMediaFolder } from './files/media-folder.ts';
import { createFileDoor, type MakeSmall } from './find-file.ts';
import { tellFilesUnderWay } from './queries/view-media.ts';
import type { Store } from './store/open-store.ts';

export type FilesOptions = {
  shop: ShopKind;
  /** Absolute path of the line's shopbell.db; the files lie beside it. */
  file: string;
  store: Store;
  makeSmall?: MakeSmall | undefined;
  now: () => number;
};

/** A line's files of messages: kept in its folder and shown to the page. */
export function startFiles({ shop, file, store, makeSmall, now }: FilesOptions) {
  const folder = openMediaFolder(path.join(path.dirname(file), 'media'));
  const progress = new Map<number, number>();
  tellFilesUnderWay(store, { shop, progress: (mediaId) => progress.get(mediaId) ?? null });
  const door = createFileDoor({ shop, store, folder, makeSmall: makeSmall ?? null, now });
  return { folder, door };
}
