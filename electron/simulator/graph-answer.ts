import type { Buffer } from 'node:buffer';
import type { GraphErrorBody } from '../wire/send-types.ts';

/** What the fake Graph API says to a request; `lost` is done, but nobody hears of it. */
export type GraphAnswer =
  | { kind: 'json'; status: number; body: unknown; headers?: Readonly<Record<string, string>> }
  | { kind: 'picture'; svg: string }
  | { kind: 'file'; status: number; mimeType: string; bytes: Buffer }
  | { kind: 'lost' };

/**
 * A refusal before it has its trace id: Meta's code, and what is wrong in words. `message`: the whole message, as the management calls word it
 * (no error_data then); `status`: where it is another than the code's.
 */
export type Refusal = { code: number; subcode?: number; details?: string; message?: string; status?: number; headers?: Readonly<Record<string, string>> };

/** Meta's words where an object is not there, or not for this token. */
export function noSuchObject(method: string, id: string): Refusal {
  const verb = method.toLowerCase();
  const details = `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`;
  return { code: 100, subcode: 33, details };
}

type Known = { status: number; title: string };

/** Titles and HTTP statuses of Meta's error page (support/error-codes), as far as this account can meet them. */
const KNOWN: Readonly<Record<number, Known>> = {
  0: { status: 401, title: 'AuthException' },
  1: { status: 400, title: 'API Unknown' },
  2: { status: 503, title: 'API Service' },
  3: { status: 500, title: 'API Method' },
  4: { status: 400, title: 'Application request limit reached' },
  10: { status: 403, title: 'Permission Denied' },
  15: { status: 400, title: 'This method must be called with an app access_token.' },
  33: { status: 400, title: 'Parameter value is not valid' },
  100: { status: 400, title: 'Invalid parameter' },
  102: { status: 401, title: 'Session key invalid or no longer valid' },
  104: { status: 401, title: 'An access token is required to request this resource.' },
  190: { status: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  200: { status: 403, title: 'Permission error' },
  368: { status: 403, title: 'Temporarily blocked for policies violations' },
  803: { status: 404, title: 'Some of the aliases you requested do not exist' },
  2500: { status: 404, title: 'Unknown path components' },
  2200: { status: 400, title: 'Callback verification failed' },
  80007: { status: 400, title: 'Rate limit issues' },
  80008: { status: 400, title: 'There have been too many calls to this WhatsApp Business account' },
  80014: { status: 400, title: 'There have been too many calls to this catalog' },
  130403: { status: 400, title: 'User blocked by the business' },
  130429: { status: 429, title: 'Rate limit hit' },
  130472: { status: 400, title: "User's number is part of an experiment" },
  130497: { status: 403, title: 'Business account is restricted from messaging users in this country' },
  131000: { status: 500, title: 'Something went wrong' },
  131005: { status: 403, title: 'Access denied' },
  131008: { status: 400, title: 'Required parameter is missing' },
  131009: { status: 400, title: 'Parameter value is not valid' },
  131016: { status: 500, title: 'Service unavailable' },
  131021: { status: 400, title: 'Recipient cannot be sender' },
  131026: { status: 400, title: 'Message undeliverable' },
  131030: { status: 400, title: 'Recipient phone number not in allowed list' },
  131031: { status: 403, title: 'Account has been locked' },
  131037: { status: 400, title: 'Display name approval required' },
  131042: { status: 400, title: 'Business eligibility payment issue' },
  131045: { status: 500, title: 'Incorrect certificate' },
  131047: { status: 400, title: 'Re-engagement message' },
  131048: { status: 400, title: 'Spam rate limit hit' },
  131049: { status: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement' },
  131050: { status: 400, title: 'User has stopped marketing messages' },
  131051: { status: 400, title: 'Unsupported message type' },
  131053: { status: 400, title: 'Media upload error' },
  131055: { status: 400, title: 'Method not allowed' },
  131056: { status: 429, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { status: 500, title: 'Account in maintenance mode' },
  131059: { status: 400, title: 'Invalid cursor' },
  131062: { status: 400, title: 'Business-scoped user id not supported for this message' },
  131064: { status: 400, title: 'Messaging limited' },
  132000: { status: 400, title: 'Template Param Count Mismatch' },
  132001: { status: 404, title: 'Template does not exist' },
  132005: { status: 400, title: 'Template Hydrated Text Too Long' },
  132012: { status: 400, title: 'Template Parameter Format Mismatch' },
  132015: { status: 400, title: 'Template is Paused' },
  132018: { status: 400, title: 'Template Parameter Issue' },
  133004: { status: 503, title: 'Server temporarily unavailable' },
  133005: { status: 400, title: 'Two step verification PIN Mismatch' },
  133010: { status: 400, title: 'Phone number not registered' },
  133016: { status: 400, title: 'Account register or deregister rate limit exceeded' },
  139100: { status: 400, title: 'Failed to block/unblock some users' },
  137000: { status: 400, title: 'Recipient identity key hash mismatch' },
};

const DETAILS: Readonly<Record<number, string>> = {
  130429: 'Cloud API message throughput has been reached.',
  131047: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  131056: 'Too many messages sent from this phone number to the same phone number in a short period of time.',
};

/**
 * A refusal in Meta's shape, with the HTTP status that goes with the code (400 for one that is not known here).
 * @param traceId `fbtrace_id`
 */
export function graphError(refusal: Refusal, traceId: string): { status: number; body: GraphErrorBody } {
  const { code, subcode, message, details = DETAILS[code] } = refusal;
  const { status, title } = KNOWN[code] ?? { status: 400, title: 'Unknown error' };
  // What concerns the token, the path or the object is not said in WhatsApp's own form: no number in the text, no error_data.
  const bare = message !== undefined || code === 0 || code === 104 || code === 190 || code === 2500 || subcode === 33;
  return {
    status: refusal.status ?? status,
    body: {
      error: {
        message: message ?? (bare ? (details ?? title) : `(#${code}) ${title}`),
        type: subcode === 33 ? 'GraphMethodException' : 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(bare || details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: traceId,
      },
    },
  };
}
