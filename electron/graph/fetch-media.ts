import { fieldsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import { callGraph, type CallRecord, type GraphAccess, type GraphFailure } from './graph-call.ts';

/** What Meta tells of a file: `url` lives for five minutes. */
export type MediaInfo = { url: string; mimeType: string | null; sha256: string | null; size: number | null };

/** `GET /{media id}`: where a file lies. */
export async function fetchMediaInfo(access: GraphAccess, mediaId: string, phoneNumberId: string): Promise<{ ok: true; info: MediaInfo } | GraphFailure> {
  const path = `${encodeURIComponent(mediaId)}?phone_number_id=${encodeURIComponent(phoneNumberId)}`;
  const answer = await callGraph({ access, path, timeoutMs: 20_000 });
  if (!answer.ok) return answer;
  const fields = fieldsOf(answer.body);
  const url = textOf(fields?.['url']);
  if (url === null) return { ok: false, kind: 'unknown', cause: 'an answer without an address' };
  return { ok: true, info: { url, mimeType: textOf(fields?.['mime_type']), sha256: textOf(fields?.['sha256']), size: wholeOf(fields?.['file_size']) } };
}

/** `refused`: the address is dead or not to be asked; `failed`: no bytes, for now; `too-large`: more than was allowed. */
export type BytesOutcome = { ok: true } | { ok: false; why: 'refused' | 'failed' | 'offline' | 'too-large'; size: number | null; cause: string };

const MOST_REDIRECTS = 5;
/** Nothing came for this long. */
const SILENCE_MS = 30_000;
/** Some of Meta's servers answer a web page to programs that say nothing of themselves. */
const USER_AGENT = 'Shopbell';

/** True for Meta's own servers, and for whatever server the Graph API itself is asked at: nobody else sees the token. */
function isMeta(url: URL, access: GraphAccess): boolean {
  if (URL.canParse(access.baseUrl) && url.origin === new URL(access.baseUrl).origin) return true;
  return url.protocol === 'https:' && url.port === '' && /^(graph\.facebook\.com|([a-z0-9-]+\.)+fbsbx\.com|([a-z0-9-]+\.)+fbcdn\.net)$/.test(url.hostname);
}

/**
 * A file's bytes, one after the other to `take`. Redirects are followed by hand, to Meta's servers alone.
 * @param limit bytes
 * @throws only what `take` throws
 */
export async function fetchMediaBytes(access: GraphAccess, url: string, limit: number, take: TakeBytes, signal: AbortSignal): Promise<BytesOutcome> {
  const began = performance.now();
  let status: number | null = null;
  const outcome = await fetchBytes(access, url, limit, take, signal, (answered) => (status = answered));
  access.onCall?.({ method: 'GET', path: placeOf(url), ms: performance.now() - began, status, answer: answerOf(outcome), request: null, response: null });
  return outcome;
}

type TakeBytes = (bytes: Uint8Array, at: number, size: number | null) => Promise<void>;

/** Without its query, which holds the right to read the file. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'no address';
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function answerOf(outcome: BytesOutcome): CallRecord['answer'] {
  if (outcome.ok) return { ok: true };
  const { why, cause } = outcome;
  if (why === 'refused') return { ok: false, kind: 'refused', reason: 'media-gone', code: null, details: cause, retryAfterMs: null };
  return why === 'too-large'
    ? { ok: false, kind: 'refused', reason: 'media-too-large', code: null, details: cause, retryAfterMs: null }
    : { ok: false, kind: 'not-sent', cause };
}

async function fetchBytes(
  access: GraphAccess,
  url: string,
  limit: number,
  take: TakeBytes,
  signal: AbortSignal,
  onStatus: (status: number) => void,
): Promise<BytesOutcome> {
  const failed = (why: 'refused' | 'failed' | 'offline' | 'too-large', cause: string, size: number | null = null): BytesOutcome => ({
    ok: false,
    why,
    size,
    cause,
  });
  const silence = new AbortController();
  const stop = AbortSignal.any([signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  try {
    if (!URL.canParse(url)) return failed('refused', 'no address');
    let address = new URL(url);
    let response: Response | null = null;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      if (!isMeta(address, access)) return failed('refused', `an address at ${address.hostname}`);
      const headers = { authorization: `Bearer ${access.accessToken}`, 'user-agent': USER_AGENT };
      const answer = await fetch(address, { headers, redirect: 'manual', signal: stop }).catch((error: unknown) =>
        error instanceof Error ? error : new Error('unknown'),
      );
      if (answer instanceof Error) return failed('offline', answer.name);
      onStatus(answer.status);
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null) {
        response = answer;
        break;
      }
      await answer.body?.cancel();
      if (!URL.canParse(location, address.href)) return failed('refused', 'a redirect to nowhere');
      address = new URL(location, address);
    }
    if (!response?.ok || !response.body) {
      await response?.body?.cancel();
      const status = response?.status ?? 0;
      return failed([401, 403, 404, 410].includes(status) || response === null ? 'refused' : 'failed', `HTTP ${status}`);
    }
    const size = wholeOf(response.headers.get('content-length'));
    if (size !== null && size > limit) {
      await response.body.cancel();
      return failed('too-large', 'larger than allowed', size);
    }
    const reader = response.body.getReader();
    for (let at = 0; ;) {
      const part = await reader.read().catch(() => null);
      if (part === null || (part.done && size !== null && at < size)) return failed('failed', 'it ended early');
      if (part.done) return { ok: true };
      const { value } = part;
      heard();
      if (at + value.length > limit) {
        await reader.cancel();
        return failed('too-large', 'larger than allowed');
      }
      try {
        await take(value, at, size);
      } catch (error) {
        await reader.cancel().catch(() => undefined);
        throw error;
      }
      at += value.length;
    }
  } finally {
    clearTimeout(timer);
  }
}
