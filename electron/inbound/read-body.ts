import type { IncomingMessage } from 'node:http';

/** Meta sends up to 3 MB; a little more is allowed for what stands around it. */
export const BODY_LIMIT = 3 * 1024 * 1024 + 256 * 1024;

/**
 * Reads a request's raw bytes and tells them once: null as soon as they exceed the limit (by their announced or their real
 * length), an Error where the sender went away. A callback, not a promise: every webhook pays for this.
 */
export function readBody(request: IncomingMessage, told: (body: Buffer | null | Error) => void, limit = BODY_LIMIT): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    told(null);
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  let over = false;
  request.on('data', (chunk: Buffer) => {
    if (over) return;
    length += chunk.length;
    chunks.push(chunk);
    if (length <= limit) return;
    over = true;
    told(null);
  });
  request.on('end', () => {
    if (!over) told(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
  request.on('error', (error) => {
    if (!over) told(error);
    over = true;
  });
}
