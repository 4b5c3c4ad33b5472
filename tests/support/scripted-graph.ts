import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Asked = {
  body: { text?: { body: string }; to?: string; biz_opaque_callback_data?: string; context?: { message_id: string } };
  give(answer: string | null, status?: number): void;
};

/**
 * A Graph API that sends nothing by itself: it keeps every POST until the test answers it. Null cuts the connection.
 * `then` answers them as they come, instead. What is read (catalogues, templates) is answered with an empty list, and not kept.
 */
export async function scriptedGraph(then?: (asked: Asked, index: number) => void): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const give = (answer: string | null, status = 200) =>
        void (answer === null ? response.destroy() : response.writeHead(status, { 'content-type': 'application/json' }).end(answer));
      if (request.method === 'GET') return give(JSON.stringify({ data: [] }));
      const one: Asked = { body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Asked['body'], give };
      asked.push(one);
      then?.(one, asked.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** What Meta answers when it takes a message. */
export const accepted = (wamid: string): string => JSON.stringify({ messaging_product: 'whatsapp', contacts: [], messages: [{ id: wamid }] });

/** What Meta answers when it refuses one. */
export const refusal = (code: number, details = 'refused'): string =>
  JSON.stringify({ error: { message: `(#${code})`, type: 'OAuthException', code, error_data: { messaging_product: 'whatsapp', details }, fbtrace_id: 'A' } });
