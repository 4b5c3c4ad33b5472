import { normaliseWaId } from '../../shared/domain/customer-identity.ts';
import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';
import type { InboundContent } from './inbound-event.ts';

type System = Extract<InboundContent, { kind: 'system' }>;

/** What WhatsApp says of the customer's number, id or device; `from` of the message is the old number. Null where its object is missing. */
export function readSystem(message: Fields): System | null {
  const own = fieldsOf(message['system']);
  if (!own) return null;
  const word = textOf(own['type']) ?? '';
  const waId = textOf(own['wa_id']) ?? textOf(own['new_wa_id']);
  const userId = textOf(own['user_id']);
  // Direction marks stand around the names, and would turn the page's own words around.
  const body = (textOf(own['body']) ?? '').replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const [, before = null, after = null] = / from (\S+) to (\S+)$/.exec(body.trim()) ?? [];
  const change = changeOf(word, waId, userId);
  const from = textOf(message['from']);
  switch (change) {
    case 'number':
      return { kind: 'system', change, body, from: from === null ? before : normaliseWaId(from), to: waId === null ? after : normaliseWaId(waId) };
    case 'user-id':
      return { kind: 'system', change, body, from: before, to: userId ?? after };
    case 'identity':
    case 'other':
      return { kind: 'system', change, body, from: null, to: null };
  }
}

/** Names that were seen: user_changed_number, customer_changed_number, user_changed_user_id, customer_identity_changed, user_identity_changed. */
function changeOf(word: string, waId: string | null, userId: string | null): System['change'] {
  if (word.includes('identity')) return 'identity';
  if (word.includes('user_id')) return 'user-id';
  if (word.includes('number')) return 'number';
  if (word !== '') return 'other';
  return waId !== null ? 'number' : userId !== null ? 'user-id' : 'other';
}
