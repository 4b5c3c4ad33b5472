import type { IncomingMessage } from 'node:http';

/** Meta sends up to 3 MB; a little more is allowed for what stands around it. */
export const BODY_LIMIT = 3 * 1024 * 1024 + 256 * 1024;

/** Reads a request's raw bytes; null as soon as they exceed the limit (by their announced or their real length). */
export function readBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        request.removeAllListeners('data');
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the sender went away')));
  });
}
