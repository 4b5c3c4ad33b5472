import { randomBytes } from 'node:crypto';
import { protocol } from 'electron';
import { type FindFile, serveFile } from '../console/serve-file.ts';
import { createPageServer } from '../console/serve-page.ts';
import { isPageAddress, PAGE_SCHEME } from './page-address.ts';

/** Must run before `ready`; Electron reads it once. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the built page from a folder, as the console does, and nothing outside of it; and files of messages, which the one window may have. */
export function servePage(folder: string, findFile: FindFile): void {
  const serve = createPageServer({ rendererFolder: folder, randomBytes });
  protocol.handle(PAGE_SCHEME, async (request) => {
    if (!isPageAddress(request.url)) return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const { method, url, headers } = request;
    const file = await serveFile(findFile, { method, url, header: (name) => headers.get(name) });
    if (file) return file;
    const answer = await serve(new URL(url).pathname);
    answer.headers.set('x-content-type-options', 'nosniff');
    return answer;
  });
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'x-content-type-options': 'nosniff' } });
}
