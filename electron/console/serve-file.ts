import { open } from 'node:fs/promises';
import { safeFilename } from '../../shared/domain/safe-filename.ts';

/** A file that the page may have: a message's picture, sound, film or document, or an export that is finished. */
export type ServedFile = {
  /** Absolute. */
  file: string;
  /** As whoever made it named its kind; believed only where it is on the list below. */
  mimeType: string | null;
  /** What it is called when it is saved. */
  filename: string;
  /** Names the content and no other (its hash); null where a browser is not to keep it. */
  version: string | null;
};

/** Which file of a shop a path means (`12`, `12/small`, `export/TOKEN`); null for none. */
export type FindFile = (shop: 'real' | 'practice', path: string) => Promise<ServedFile | null>;

export type FileRequest = { method: string; url: string; header: (name: string) => string | null | undefined };

/** What a browser shows and plays without running anything of it. All else, SVG and HTML above all, is bytes to be saved. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['jpeg', 'png', 'webp', 'gif'].map((kind) => `image/${kind}`),
  ...['aac', 'mp4', 'mpeg', 'ogg', 'wav', 'webm'].map((kind) => `audio/${kind}`),
  ...['mp4', '3gpp', 'webm', 'quicktime'].map((kind) => `video/${kind}`),
  'application/pdf',
]);
const ADDRESS = /^[a-z]+:\/\/[^/?#]*\/media\/(real|practice)\/([\w/-]{1,200})(?:\?([^#]*))?$/;
const PART = 128 * 1024;

/**
 * Answers `GET /media/<shop>/<path>` with a file's bytes, whole or a range of them (films are sought in). `?download` has it saved; with
 * `?v=` and its version it may be kept for good. Null where the path is none of these. Whoever calls it has looked at who asks.
 */
export async function serveFile(find: FindFile, request: FileRequest): Promise<Response | null> {
  const [, shop, path, query] = ADDRESS.exec(request.url) ?? [];
  if ((shop !== 'real' && shop !== 'practice') || path === undefined) return null;
  const asked = new URLSearchParams(query);
  const found = await find(shop, path);
  const handle = found && (await open(found.file, 'r').catch(() => null));
  if (!found || !handle) return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  try {
    const { size } = await handle.stat();
    const headers = headersOf(found, asked);
    const etag = found.version === null ? null : `"${found.version}"`;
    if (etag !== null) headers.set('etag', etag);
    if (etag !== null && (request.header('if-none-match') ?? '').split(',').some((one) => one.trim() === etag)) {
      await handle.close();
      return new Response(null, { status: 304, headers });
    }
    // A range of another content would be sewn to what the browser has: then it gets all of it.
    const condition = request.header('if-range') ?? null;
    const range = condition === null || condition === etag ? readRange(request.header('range') ?? null, size) : null;
    if (range === 'none') {
      await handle.close();
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}`, 'cache-control': 'no-store' } });
    }
    const { start, end } = range ?? { start: 0, end: size };
    headers.set('content-length', String(end - start));
    if (range) headers.set('content-range', `bytes ${start}-${end - 1}/${size}`);
    const status = range ? 206 : 200;
    if (request.method === 'HEAD' || end === start) {
      await handle.close();
      return new Response(null, { status, headers });
    }
    return new Response(streamOf(handle, start, end), { status, headers });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function headersOf({ mimeType, filename, version }: ServedFile, asked: URLSearchParams): Headers {
  const plain = (mimeType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const shown = SHOWN.has(plain);
  const headers = new Headers({
    'content-type': shown ? plain : 'application/octet-stream',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    // Without the version in the address the same address may mean another file tomorrow: ids of erased rows come again.
    'cache-control': version === null ? 'no-store' : asked.get('v') === version ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  });
  if (!shown || asked.has('download')) headers.set('content-disposition', dispositionOf(filename));
  return headers;
}

/** RFC 6266: the name in ASCII for whoever knows no better, and as it is. */
function dispositionOf(filename: string): string {
  const name = safeFilename(filename);
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encoded}`;
}

/** The one range of bytes that is asked for, `end` not included; null for all of them (several ranges are answered so too), `none` beyond the end. */
export function readRange(header: string | null, size: number): { start: number; end: number } | 'none' | null {
  const [all, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (all === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start < end ? { start, end } : 'none';
}

type Handle = Awaited<ReturnType<typeof open>>;

/** Reads as it is taken, and closes the file whichever way it ends. */
function streamOf(handle: Handle, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const wanted = Math.min(PART, end - at);
        try {
          const { bytesRead, buffer } = await handle.read(new Uint8Array(wanted), 0, wanted, at);
          at += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (bytesRead > 0 && at < end) return;
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close();
          controller.error(error);
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  );
}
