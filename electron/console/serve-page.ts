import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findPageFile } from './find-page-file.ts';
import { contentSecurityPolicy } from './page-headers.ts';

/**
 * The built page, by GET: for the console over HTTP, for the window over `app://`. The page holds nothing of the shop, so it is served to whoever can reach this listener.
 * `__NONCE__` in HTML becomes a new nonce at each answer. 404 for all that is not a file of the page.
 */
export function createPageServer(options: { rendererFolder: string; randomBytes: (size: number) => Buffer }): (requestPath: string) => Promise<Response> {
  const folder = path.resolve(options.rendererFolder);
  return async (requestPath) => {
    const found = findPageFile(folder, requestPath);
    const bytes = found === null ? null : await readFile(found.file).catch(() => null);
    if (found === null || bytes === null) return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
    if (path.extname(found.file) !== '.html') {
      // Vite puts a hash of the content into these names.
      const lasting = found.file.startsWith(path.join(folder, 'assets') + path.sep);
      const cache = lasting ? 'public, max-age=31536000, immutable' : 'no-cache';
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': found.type, 'cache-control': cache } });
    }
    const nonce = options.randomBytes(16).toString('base64');
    return new Response(bytes.toString('utf8').replaceAll('__NONCE__', nonce), {
      headers: { 'content-type': found.type, 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy(nonce) },
    });
  };
}
