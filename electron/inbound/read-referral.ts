import type { Referral } from '../../shared/contract/messages.ts';
import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';

/** The advertisement or post that a customer came by; the On-Premises API put files where the Cloud API names their kind. */
export function readReferral(message: Fields): Referral | null {
  const own = fieldsOf(message['referral']);
  if (!own) return null;
  const file = fieldsOf(own['image']) ? 'image' : fieldsOf(own['video']) ? 'video' : null;
  const referral: Referral = {
    headline: textOf(own['headline']),
    body: textOf(own['body']),
    sourceUrl: textOf(own['source_url']),
    sourceType: textOf(own['source_type']),
    sourceId: textOf(own['source_id']),
    mediaType: textOf(own['media_type']) ?? file,
  };
  return Object.values(referral).some((value) => value !== null) ? referral : null;
}
