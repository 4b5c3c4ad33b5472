import { parseMinorUnits } from '../../shared/domain/money.ts';
import { type Fields, fieldsOf, objectsOf, textOf, timeOf, wholeOf } from '../wire/tolerant.ts';
import { aliasesOf, type Surroundings } from './read-sender.ts';
import type { InboundMessageEvent, PartRead } from './inbound-event.ts';

/** Reads a status of type `payment`: what became of a payment through WhatsApp. It stands in the payer's chat as a message of its own. */
export function readPayment(status: Fields, word: string, around: Surroundings): PartRead {
  const payment = fieldsOf(status['payment']);
  const transaction = fieldsOf(payment?.['transaction']);
  const person = { ...status, from: status['recipient_id'] ?? status['from'], from_user_id: status['recipient_user_id'] };
  const aliases = aliasesOf(person, objectsOf(around.contacts)[0] ?? null);
  if (aliases.length === 0) return { events: [], problem: 'a payment of nobody' };
  const referenceId = textOf(payment?.['reference_id']);
  const currency = textOf(payment?.['currency'])?.toUpperCase() ?? null;
  const method = textOf(fieldsOf(transaction?.['method'])?.['type']) ?? textOf(transaction?.['type']);
  const key = [textOf(status['id']) ?? '', referenceId ?? '', textOf(transaction?.['id']) ?? '', word];
  const event: InboundMessageEvent = {
    kind: 'message',
    phoneNumberId: around.phoneNumberId,
    wamid: `payment:${key.join(':')}`,
    aliases,
    name: null,
    username: null,
    sentAt: timeOf(status['timestamp']),
    type: 'payment',
    content: { kind: 'payment', status: word, referenceId, amountMinor: amountOf(fieldsOf(payment?.['amount']), currency), currency, method },
    contextWamid: null,
    product: null,
    buttonId: null,
    media: null,
    direction: 'in',
    status: null,
    history: false,
    forwarded: 0,
    groupId: null,
    referral: null,
  };
  return { events: [event], problem: null };
}

/** `value` counts in parts of `offset`: 1234 by 100 is 12.34; null where it is not clear. */
function amountOf(amount: Fields | null, currency: string | null): number | null {
  const value = wholeOf(amount?.['value']);
  const offset = wholeOf(amount?.['offset'] ?? 1);
  if (value === null || offset === null || currency === null) return null;
  const digits = Math.log10(offset);
  if (!Number.isInteger(digits) || digits < 0 || digits > 6) return null;
  return parseMinorUnits(`${String(value)}e-${digits}`, currency);
}
