import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type RivalPrograms = {
  /** Another Shopbell's callback: it answers a probe by its own key, and takes what is posted. */
  shopbell: string;
  /** Some other program's, which knows no probe. */
  program: string;
  /** Nobody listens there. */
  nobody: string;
  stop(): Promise<void>;
};

export type RivalOptions = {
  /** Key of the other Shopbell's answer to a probe. */
  probeKey: string;
  /** Something was posted there, which the shop will not hear of. */
  onPost: () => void;
};

function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return;
      const stop = (): Promise<void> =>
        new Promise((stopped) => {
          server.close(() => stopped());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${address.port}`, stop });
    });
  });
}

/** Addresses that Meta may be told of instead of the shop's: real servers on loopback. */
export async function startRivals({ probeKey, onPost }: RivalOptions): Promise<RivalPrograms> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const probe = searchParams.get('probe');
    request.resume();
    if (request.method === 'POST') {
      onPost();
      response.writeHead(200).end();
    } else if (pathname === '/webhook' && probe !== null) response.end(createHmac('sha256', probeKey).update(probe).digest('hex'));
    else if (searchParams.get('hub.mode') === 'subscribe') response.end(searchParams.get('hub.challenge'));
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<html><body>Not Found</body></html>');
  };
  const rivals = await listen(answer);
  const gone = await listen(answer);
  await gone.stop();
  return { shopbell: `${rivals.url}/webhook`, program: `${rivals.url}/hooks/whatsapp`, nobody: `${gone.url}/webhook`, stop: rivals.stop };
}
