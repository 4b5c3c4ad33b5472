import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';

/** A number as Meta tells of it; null: not told. */
export type NumberFacts = {
  phoneNumberId: string;
  /** As Meta writes it, e.g. "+1 555 123 4567". */
  display: string | null;
  verifiedName: string | null;
  /** CONNECTED, PENDING, FLAGGED, DISCONNECTED … */
  status: string | null;
  /** CLOUD_API, ON_PREMISE, NOT_APPLICABLE (not registered). */
  platform: string | null;
  /** GREEN, YELLOW, RED, NA, UNKNOWN. */
  quality: string | null;
  /** STANDARD, HIGH … */
  throughput: string | null;
  nameStatus: string | null;
  /** VERIFIED, NOT_VERIFIED, EXPIRED. */
  codeVerification: string | null;
  /** LIVE, or SANDBOX: Meta's test number. */
  accountMode: string | null;
};

/** Fields that every number has had for years: one unknown field refuses a whole call. */
export const NUMBER_FIELDS =
  'id,display_phone_number,verified_name,quality_rating,throughput,name_status,code_verification_status,platform_type,status,account_mode';

/** Null where the entry names no number. */
export function readNumberFacts(entry: Fields | null): NumberFacts | null {
  const phoneNumberId = textOf(entry?.['id']);
  if (!entry || phoneNumberId === null) return null;
  return {
    phoneNumberId,
    display: textOf(entry['display_phone_number']),
    verifiedName: textOf(entry['verified_name']),
    status: textOf(entry['status']),
    platform: textOf(entry['platform_type']),
    quality: textOf(entry['quality_rating']),
    throughput: textOf(fieldsOf(entry['throughput'])?.['level']),
    nameStatus: textOf(entry['name_status']),
    codeVerification: textOf(entry['code_verification_status']),
    accountMode: textOf(entry['account_mode']),
  };
}
