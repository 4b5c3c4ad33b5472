import type { WebSocket } from 'ws';

const EVERY = 30_000;

/**
 * Asks every socket for a sign of life each 30 s and drops those that gave none since the last time: a laptop that was closed leaves
 * a socket which TCP believes in for hours. Returns the end of it.
 */
export function watchHeartbeat(sockets: () => Iterable<WebSocket>): () => void {
  const waiting = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets()) {
      if (waiting.has(socket)) {
        socket.terminate();
        continue;
      }
      waiting.add(socket);
      socket.once('pong', () => waiting.delete(socket));
      socket.ping();
    }
  }, EVERY);
  return () => clearInterval(timer);
}
