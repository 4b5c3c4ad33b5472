import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { isPageAddress, PAGE_SCHEME } from './page-address.ts';
import { pagePolicy } from './page-policy.ts';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

/** Must run before `ready`; Electron reads it once. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the built page from a folder, and nothing outside of it. */
export function servePage(folder: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    if (!isPageAddress(request.url)) return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = fileOf(folder, request.url);
    if (file === null) return refuse(404);
    try {
      return await answer(file);
    } catch {
      return refuse(404);
    }
  });
}

/** A path without an extension is a view of the page, not a file. */
function fileOf(folder: string, address: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  const file = path.join(folder, path.extname(name) === '' ? 'index.html' : name);
  return file.startsWith(folder + path.sep) ? file : null;
}

async function answer(file: string): Promise<Response> {
  const type = MIME[path.extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' };
  const bytes = await readFile(file);
  // A fresh Uint8Array: the type of Response takes no Buffer, whose memory may be shared.
  if (path.extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers });
  const nonce = randomBytes(16).toString('base64');
  const html = bytes.toString('utf8').replaceAll('__NONCE__', nonce);
  return new Response(html, { headers: { ...headers, 'content-security-policy': pagePolicy(nonce) } });
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'x-content-type-options': 'nosniff' } });
}
