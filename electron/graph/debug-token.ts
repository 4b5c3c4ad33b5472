import { fieldsOf, objectsOf, textOf, timeOf, wholeOf } from '../wire/tolerant.ts';
import { reasonOfCode } from '../wire/reason-of-code.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

/** What Meta tells of an access token. */
export type TokenFacts = {
  valid: boolean;
  /** `SYSTEM_USER`, `USER`, `APP`, `PAGE` …, as Meta says it. */
  type: string | null;
  appId: string | null;
  appName: string | null;
  /** Ms since epoch; null: never, or not told. */
  expiresAt: number | null;
  issuedAt: number | null;
  /** Permissions by Meta's names. */
  scopes: string[];
  /** Accounts that the token was given for WhatsApp; empty where it was given all of its user's, or none. */
  wabaIds: string[];
  /** Why it is not valid. */
  fault: { reason: Reason; details: string | null } | null;
};

/**
 * `GET /debug_token`: what Meta knows of a token. May be asked with the token itself, or with the app's own.
 * @param token the one asked about; by its own right where `access` bears the same
 */
export async function debugToken(access: GraphAccess, token: string): Promise<{ ok: true; token: TokenFacts } | GraphFailure> {
  const path = `debug_token?input_token=${encodeURIComponent(token)}`;
  const answer = await callGraph({ access, path, timeoutMs: 20_000, hide: [token] });
  if (!answer.ok) return answer;
  const data = fieldsOf(fieldsOf(answer.body)?.['data']);
  if (!data) return { ok: false, kind: 'unknown', cause: 'an answer without data' };
  const error = fieldsOf(data['error']);
  const valid = data['is_valid'] === true;
  const granted = objectsOf(data['granular_scopes']).filter((scope) => /^whatsapp_business_(management|messaging)$/.test(textOf(scope['scope']) ?? ''));
  const fault = {
    reason: reasonOfCode(wholeOf(error?.['code']) ?? 190, wholeOf(error?.['subcode']) ?? wholeOf(error?.['error_subcode'])),
    details: textOf(error?.['message']),
  };
  const scopes = textsOf(data['scopes']);
  return {
    ok: true,
    token: {
      valid,
      type: textOf(data['type'])?.toUpperCase() ?? null,
      appId: textOf(data['app_id']),
      appName: textOf(data['application']),
      expiresAt: instantOf(data['expires_at']),
      issuedAt: instantOf(data['issued_at']),
      scopes: scopes.length > 0 ? scopes : objectsOf(data['granular_scopes']).flatMap((scope) => textOf(scope['scope']) ?? []),
      wabaIds: [...new Set(granted.flatMap((scope) => textsOf(scope['target_ids'])))],
      fault: valid ? null : fault,
    },
  };
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((entry) => textOf(entry) ?? []) : []);

/** Zero means never. */
const instantOf = (value: unknown): number | null => timeOf(value) || null;
