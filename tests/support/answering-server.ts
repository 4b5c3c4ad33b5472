import http, { type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Request = { method: string; url: string; headers: IncomingHttpHeaders; body: string; bytes: Buffer };

/** A real HTTP server on loopback that keeps what it was asked; `answer` answers when the whole body is there. Ends with the test. */
export async function answeringServer(
  answer: (response: Parameters<RequestListener>[1], request: Request) => void,
): Promise<{ url: string; asked: Request[] }> {
  const asked: Request[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const bytes = Buffer.concat(parts);
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: bytes.toString(), bytes };
      asked.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
