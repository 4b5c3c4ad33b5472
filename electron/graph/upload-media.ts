import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { fieldsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import { reasonOfCode } from '../wire/reason-of-code.ts';
import type { GraphAccess, GraphFailure } from './graph-call.ts';

export type UploadCall = {
  access: GraphAccess;
  phoneNumberId: string;
  /** Absolute. */
  file: string;
  mimeType: string;
  filename: string;
  /** Divides the parts of the form; nothing in the file may hold it: a UUID. */
  boundary: string;
  /** Share so far, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Neither side said anything for this long. */
const SILENCE_MS = 60_000;

/**
 * `POST /{phone}/media`: hands a file to Meta, read from the disk as it goes; gives Meta's id of it, good for 30 days for that number.
 * Whatever was lost on the way is `not-sent`: an upload does nothing, and may be repeated.
 * @throws what the disk says of the file
 */
export async function uploadMedia(call: UploadCall): Promise<{ ok: true; mediaId: string } | GraphFailure> {
  const began = performance.now();
  const { answer, status } = await upload(call);
  const path = `${call.phoneNumberId}/media`;
  call.access.onCall?.({
    method: 'POST',
    path,
    ms: performance.now() - began,
    status,
    answer: answer.ok ? { ok: true } : answer,
    request: null,
    response: null,
  });
  return answer;
}

type Uploaded = { answer: { ok: true; mediaId: string } | GraphFailure; status: number | null };

async function upload(call: UploadCall): Promise<Uploaded> {
  const { access, file, mimeType, boundary } = call;
  const { size } = await stat(file);
  const field = (name: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  // The name travels with the message; here it would only have to be encoded.
  const named = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file${endingOf(call.filename)}"\r\ncontent-type: ${mimeType}\r\n\r\n`;
  const before = Buffer.from(field('messaging_product', 'whatsapp') + field('type', mimeType) + named);
  const after = Buffer.from(`\r\n--${boundary}--\r\n`);
  const lost = (cause: string, status: number | null = null): Uploaded => ({ answer: { ok: false, kind: 'not-sent', cause }, status });
  const address = `${access.baseUrl.replace(/\/+$/, '')}/${access.version}/${encodeURIComponent(call.phoneNumberId)}/media`;
  if (!URL.canParse(address) || !/^[\x21-\x7e]+$/.test(access.accessToken)) return lost('no address or no token');
  const answer = await send(new URL(address), {
    headers: {
      authorization: `Bearer ${access.accessToken}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': before.length + size + after.length,
    },
    signal: call.signal,
    async *body() {
      yield before;
      let sent = 0;
      for await (const part of createReadStream(file)) {
        yield part as Buffer;
        sent += (part as Buffer).length;
        call.onProgress(size === 0 ? 1 : sent / size);
      }
      yield after;
    },
  });
  if (!answer.ok) return lost(answer.cause);
  const fields = fieldsOf(parse(answer.text));
  const error = fieldsOf(fields?.['error']);
  const code = wholeOf(error?.['code']);
  if (error && code !== null) {
    const details = textOf(fieldsOf(error['error_data'])?.['details']) ?? textOf(error['message']);
    // A parameter that Meta dislikes can only be the file here.
    const reason = code === 100 ? 'media-rejected' : reasonOfCode(code);
    return { answer: { ok: false, kind: 'refused', reason, code, details, retryAfterMs: null }, status: answer.status };
  }
  const mediaId = textOf(fields?.['id']);
  if (mediaId !== null && !error) return { answer: { ok: true, mediaId }, status: answer.status };
  // A gateway that takes no file of this size says so in no form of Meta's; anything else of it may be better next time.
  if (answer.status === 413)
    return { answer: { ok: false, kind: 'refused', reason: 'media-rejected', code: null, details: null, retryAfterMs: null }, status: answer.status };
  return lost(`HTTP ${answer.status}`, answer.status);
}

type Sent = { headers: http.OutgoingHttpHeaders; signal: AbortSignal; body: () => AsyncGenerator<Buffer> };

function send(url: URL, { headers, signal, body }: Sent): Promise<{ ok: true; status: number; text: string } | { ok: false; cause: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? http : https).request(url, { method: 'POST', headers, signal, timeout: SILENCE_MS });
    const fail = (error: NodeJS.ErrnoException) => resolve({ ok: false, cause: error.code ?? error.name });
    request.on('timeout', () => request.destroy(new Error('silence')));
    request.on('error', fail);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => resolve({ ok: true, status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    pipeline(body, request).catch((error: NodeJS.ErrnoException) => {
      if (error.syscall === 'open' || error.syscall === 'read') {
        request.destroy();
        // The disk's own word, unless it was the socket's: that one has no path.
        if (error.path !== undefined) reject(error);
      }
      fail(error);
    });
  });
}

function endingOf(filename: string): string {
  return /\.[A-Za-z0-9]{1,10}$/.exec(filename)?.[0] ?? '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
