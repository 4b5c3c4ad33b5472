import type { CallRecord, GraphAccess } from '../../electron/graph/graph-call.ts';
import { answeringServer, type Request } from './answering-server.ts';

/** One call against a server that gives this answer to each request; what was asked, what came of it, and what was told of it. */
export async function askOnce<T>(call: (access: GraphAccess) => Promise<T>, answer: (request: Request, index: number) => object, status = 200) {
  const server = await answeringServer((response, request) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request, server.asked.length - 1)));
  });
  const calls: CallRecord[] = [];
  const result = await call({ baseUrl: server.url, version: 'v25.0', accessToken: 'EAAB-token', onCall: (record) => void calls.push(record) });
  return { result, calls, asked: server.asked.map(({ method, url, body }) => [method, url, body === '' ? null : (JSON.parse(body) as unknown)]), server };
}
