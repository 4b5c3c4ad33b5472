import { reasonOfCode } from '../wire/reason-of-code.ts';
import { hider } from './hide-secrets.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { fieldsOf, textOf, wholeOf } from '../wire/tolerant.ts';

/** How to reach the Graph API; asked at every call, so that a changed token holds at once. */
export type GraphAccess = {
  baseUrl: string;
  version: string;
  accessToken: string;
  /** Told every call when it is over: the inspector's. What was asked and answered is as it went over the wire, but for the token. */
  onCall?: ((call: CallRecord) => void) | undefined;
  /** Told Meta's clock at every answer, as a call's own `onDate` is. */
  onDate?: ((metaTime: number) => void) | undefined;
};

/** A call that is over. */
export type CallRecord = {
  method: string;
  /** After the version. */
  path: string;
  /** How long it took. */
  ms: number;
  /** HTTP; null where no answer came. */
  status: number | null;
  answer: { ok: true } | GraphFailure;
  /** JSON texts; null where there was none. */
  request: string | null;
  response: string | null;
};

/**
 * Why a call gave no answer of Meta's.
 * - `refused`: Meta said no, in its own form; it did nothing.
 * - `not-sent`: the request never left (name not found, connection refused, TLS): Meta knows nothing of it.
 * - `unknown`: the answer was lost, or was none of Meta's: Meta may have done it.
 */
export type GraphFailure =
  | { ok: false; kind: 'refused'; reason: Reason; code: number | null; details: string | null; retryAfterMs: number | null }
  | { ok: false; kind: 'not-sent'; cause: string }
  | { ok: false; kind: 'unknown'; cause: string };

export type GraphAnswer = { ok: true; body: unknown } | GraphFailure;

export type GraphCall = {
  access: GraphAccess;
  /** After the version, without a leading slash. */
  path: string;
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: unknown;
  /** Where it is another than that. */
  method?: 'POST' | 'DELETE';
  /** Told the whole answer where Meta refuses: some say in it what was done all the same. */
  onRefused?: (body: unknown) => void;
  timeoutMs: number;
  /** Told Meta's clock (from the `Date` header), ms since epoch, and when the answer came. */
  onDate?: (metaTime: number) => void;
  /** Texts in it that nobody is to read afterwards, beside the access token: another token, a verify token, a PIN. */
  hide?: readonly string[];
};

/** Failures of fetch that happen before a byte of the request is written. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|NO_ADDRESS_ANSWERED|ERR_SSL_WRONG_VERSION_NUMBER|ERR_TLS_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|ERR_INVALID_URL|unknown scheme|bad port)$/;
/** What a header can carry. A token pasted with an invisible character in it cannot be sent at all. */
const TOKEN = /^[\x21-\x7e]+$/;

type Exchange = { answer: GraphAnswer; status: number | null; text: string | null };

/** One call of the Graph API. Never throws: what goes wrong is a value. */
export async function callGraph(call: GraphCall): Promise<GraphAnswer> {
  const { access, body, hide = [] } = call;
  if (!access.onCall) return (await exchange(call)).answer;
  const began = performance.now();
  const { answer, status, text } = await exchange(call);
  const masked = hider([access.accessToken, ...hide]);
  access.onCall({
    method: methodOf(call),
    path: masked(call.path),
    ms: performance.now() - began,
    status,
    answer,
    request: body === undefined ? null : masked(JSON.stringify(body)),
    response: text === null ? null : masked(text),
  });
  return answer;
}

const methodOf = ({ method, body }: GraphCall): string => method ?? (body === undefined ? 'GET' : 'POST');

async function exchange(call: GraphCall): Promise<Exchange> {
  const { access, path, body, timeoutMs, onDate, onRefused } = call;
  const unanswered = (answer: GraphFailure): Exchange => ({ answer, status: null, text: null });
  if (!TOKEN.test(access.accessToken))
    return unanswered({ ok: false, kind: 'refused', reason: 'token-refused', code: null, details: null, retryAfterMs: null });
  const headers: Record<string, string> = { authorization: `Bearer ${access.accessToken}`, accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${access.baseUrl.replace(/\/+$/, '')}/${access.version}/${path}`, {
      method: methodOf(call),
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) {
      onDate?.(date);
      access.onDate?.(date);
    }
    text = await response.text();
  } catch (error) {
    const cause = causeOf(error);
    return unanswered({ ok: false, kind: NEVER_SENT.test(cause) ? 'not-sent' : 'unknown', cause });
  }
  const { status } = response;
  const parsed = parse(text);
  const error = fieldsOf(fieldsOf(parsed)?.['error']);
  const code = wholeOf(error?.['code']);
  if (error && code !== null) {
    onRefused?.(parsed);
    return { answer: refusal(error, code, response.headers), status, text };
  }
  // No JSON, a gateway's page, or an error in another form than Meta's: nobody knows how far the request got.
  const answer: GraphAnswer = response.ok && !error && fieldsOf(parsed) ? { ok: true, body: parsed } : { ok: false, kind: 'unknown', cause: `HTTP ${status}` };
  return { answer, status, text };
}

function refusal(error: Readonly<Record<string, unknown>>, code: number, headers: Headers): GraphFailure {
  const details = textOf(fieldsOf(error['error_data'])?.['details']) ?? textOf(error['message']);
  return { ok: false, kind: 'refused', reason: reasonOfCode(code, wholeOf(error['error_subcode'])), code, details, retryAfterMs: pauseOf(headers) };
}

function pauseOf(headers: Headers): number | null {
  const seconds = wholeOf(headers.get('retry-after'));
  return seconds === null ? null : seconds * 1000;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The code of the innermost cause, or fetch's own words for what it refuses to ask; fetch wraps the system's error, sometimes several. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // One per address of the name, and each from connecting, also where its code (ETIMEDOUT) could come later as well.
  if (error instanceof AggregateError) return 'NO_ADDRESS_ANSWERED';
  if (error.cause instanceof Error) return causeOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name === 'Error' ? error.message : error.name;
}
