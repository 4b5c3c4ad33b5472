import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type GivenFile = { bytes: Uint8Array; mimeType: string };

/** A Graph API that knows these files by their ids, and nothing else. Call `stop` at the end. */
export async function serveFiles(files: Readonly<Record<string, GivenFile>>): Promise<{ url: string; stop: () => void }> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const id = pathname.split('/').at(-1) ?? '';
    const file = files[id];
    if (!file) return void response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"code":100,"message":"none"}}');
    const { bytes, mimeType } = file;
    if (pathname.startsWith('/bytes/')) return void response.writeHead(200, { 'content-type': mimeType, 'content-length': bytes.length }).end(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const facts = { id, url: `http://${request.headers.host}/bytes/${id}`, mime_type: mimeType, sha256, file_size: bytes.length };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(facts));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
