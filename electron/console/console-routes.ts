import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isOwnHost, isOwnOrigin } from './check-origin.ts';
import { SAFE_HEADERS } from './page-headers.ts';
import { type FindFile, serveFile } from './serve-file.ts';
import type { Session } from './session.ts';

export type ConsoleRoutesOptions = {
  session: Session;
  findFile: FindFile;
  servePage: (requestPath: string) => Promise<Response>;
  /** Known only once the server listens. */
  port: () => number;
};

/**
 * What the console answers over HTTP: the page, files of messages to who has a session, `GET /session` (204, or 401 when a link has to be opened) and `POST /session` with
 * `{"token":"…"}` (204 and the cookie; without a session of before, 401 for a wrong token, 429 when wrong ones come too fast).
 */
export function createConsoleRoutes({ session, findFile, servePage, port }: ConsoleRoutesOptions): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    if (isOwnHost(c.req.header('host'), port())) await next();
    else c.res = new Response('Not this console', { status: 401 });
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.res.headers.set(name, value);
  });
  routes.get('/session', (c) => {
    c.header('cache-control', 'no-store');
    if (!session.isOpen(c.req.header('cookie'))) return c.body(null, 401);
    c.header('set-cookie', session.renew());
    return c.body(null, 204);
  });
  routes.post('/session', bodyLimit({ maxSize: 4096 }), async (c) => {
    c.header('cache-control', 'no-store');
    if (!isOwnOrigin(c.req.header('origin'), c.req.header('host'), port())) return c.body(null, 401);
    const result = session.exchange(readToken(await c.req.text()));
    // A bookmarked link of yesterday, in a browser that is let in anyway.
    if (!result.ok && session.isOpen(c.req.header('cookie'))) return c.body(null, 204);
    if (!result.ok) return c.body(null, result.reason === 'too-many' ? 429 : 401);
    c.header('set-cookie', result.cookie);
    return c.body(null, 204);
  });
  routes.get('/media/*', async (c) => {
    if (!session.isOpen(c.req.header('cookie'))) return new Response(null, { status: 401, headers: { 'cache-control': 'no-store' } });
    const { method, url } = c.req;
    return (await serveFile(findFile, { method, url, header: (name) => c.req.header(name) })) ?? c.body(null, 404);
  });
  // Browsers ask for it unasked; a 404 would stand as an error in their console.
  routes.get('/favicon.ico', (c) => c.body(null, 204));
  // The path as it was sent: decoding is the file finder's, once.
  routes.get('*', (c) => servePage(readPath(c.req.url)));
  routes.all('*', (c) => c.body(null, 405));
  return routes;
}

/** The path of an absolute URL, as it was written: `URL` would resolve `..` in it. */
function readPath(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';
}

function readToken(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && 'token' in parsed && typeof parsed.token === 'string' ? parsed.token : '';
  } catch {
    return '';
  }
}
