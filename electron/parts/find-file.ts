import path from 'node:path';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { ServedFile } from '../console/serve-file.ts';
import type { MediaFolder } from '../files/media-folder.ts';
import type { MediaRow } from '../store/media.ts';
import type { Store } from '../store/open-store.ts';

/** Makes a small picture of a file, beside it, once; null where it cannot, or need not. Absolute paths. */
export type MakeSmall = (file: string, mimeType: string) => Promise<{ file: string; mimeType: string } | null>;

export type FileDoorOptions = {
  shop: ShopKind;
  store: Pick<Store, 'media'>;
  folder: MediaFolder;
  makeSmall: MakeSmall | null;
  now: () => number;
};

/** How a file without a name of its own ends when it is saved. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/ogg': 'ogg',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/**
 * A line's files, as the page asks for them: `12` is a message's file, `12/small` its picture in small (the file itself where there is
 * none), `export/TOKEN` whatever was handed out under that token. Somebody who has made a file for the page (an export of a customer)
 * calls `handOut(token, {file, mimeType, filename}, forMs)` and gives the page the address that comes back; it is answered for so long,
 * and never kept by a browser. The file is the giver's: he removes it when its time is over.
 */
export function createFileDoor({ shop, store, folder, makeSmall, now }: FileDoorOptions) {
  const handed = new Map<string, { served: ServedFile; until: number }>();

  async function message(mediaId: number, small: boolean): Promise<ServedFile | null> {
    const row = store.media.get(mediaId);
    if (!row || row.state !== 'ready' || row.hash === null) return null;
    const file = folder.fileOf(row.hash);
    const filename = row.filename ?? nameOf(row);
    if (!small || makeSmall === null || row.mime_type === null) return { file, mimeType: row.mime_type, filename, version: row.hash };
    const made = await makeSmall(file, row.mime_type);
    return { file: made?.file ?? file, mimeType: made?.mimeType ?? row.mime_type, filename, version: row.hash };
  }

  function handedOut(token: string): ServedFile | null {
    for (const [name, { until }] of handed) if (until <= now()) handed.delete(name);
    return handed.get(token)?.served ?? null;
  }

  return {
    async find(asked: string): Promise<ServedFile | null> {
      const [, mediaId, small] = /^(\d{1,15})(\/small)?$/.exec(asked) ?? [];
      if (mediaId !== undefined) return message(Number(mediaId), small !== undefined);
      const [, token] = /^export\/([\w-]{16,100})$/.exec(asked) ?? [];
      return token === undefined ? null : handedOut(token);
    },
    /**
     * Lets the page fetch a file for `forMs`. Gives its address on the page's own origin: a path.
     * @param token nobody can guess it: a UUID
     * @param given `file` absolute
     */
    handOut(token: string, given: { file: string; mimeType: string; filename: string }, forMs: number): string {
      handed.set(token, { served: { ...given, file: path.resolve(given.file), version: null }, until: now() + forMs });
      return `/media/${shop}/export/${token}`;
    },
    /** Before its time is over. */
    takeBack: (token: string): void => void handed.delete(token),
  };
}

function nameOf({ id, kind, mime_type: type }: MediaRow): string {
  const ending = ENDINGS[(type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
  return ending === undefined ? `${kind}-${id}` : `${kind}-${id}.${ending}`;
}
