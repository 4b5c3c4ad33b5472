import { reasonOfCode } from '../wire/reason-of-code.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { fieldsOf, textOf, wholeOf } from '../wire/tolerant.ts';

/** How to reach the Graph API; asked at every call, so that a changed token holds at once. */
export type GraphAccess = { baseUrl: string; version: string; accessToken: string };

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
  timeoutMs: number;
  /** Told Meta's clock (from the `Date` header), ms since epoch, and when the answer came. */
  onDate?: (metaTime: number) => void;
};

/** Failures of fetch that happen before a byte of the request is written. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|ERR_INVALID_URL)$/;

/** One call of the Graph API. Never throws: what goes wrong is a value. */
export async function callGraph({ access, path, body, timeoutMs, onDate }: GraphCall): Promise<GraphAnswer> {
  const headers: Record<string, string> = { authorization: `Bearer ${access.accessToken}`, accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${access.baseUrl.replace(/\/+$/, '')}/${access.version}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) onDate?.(date);
    text = await response.text();
  } catch (error) {
    const cause = causeOf(error);
    return { ok: false, kind: NEVER_SENT.test(cause) ? 'not-sent' : 'unknown', cause };
  }
  const parsed = parse(text);
  const error = fieldsOf(fieldsOf(parsed)?.['error']);
  if (error) return refusal(error, response.headers.get('retry-after'));
  // No JSON, or a gateway's page: nobody knows how far the request got.
  return response.ok && fieldsOf(parsed) ? { ok: true, body: parsed } : { ok: false, kind: 'unknown', cause: `HTTP ${response.status}` };
}

function refusal(error: Readonly<Record<string, unknown>>, retryAfter: string | null): GraphFailure {
  const code = wholeOf(error['code']);
  const details = textOf(fieldsOf(error['error_data'])?.['details']) ?? textOf(error['message']);
  const seconds = wholeOf(retryAfter);
  return { ok: false, kind: 'refused', reason: reasonOfCode(code), code, details, retryAfterMs: seconds === null ? null : seconds * 1000 };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The code of the innermost cause; fetch wraps the system's error, sometimes several (one per address). */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof AggregateError) return causeOf(error.errors[0]);
  if (error.cause instanceof Error) return causeOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
