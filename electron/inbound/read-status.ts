import type { Pricing } from '../../shared/contract/messages.ts';
import { TICKS, type Tick } from '../../shared/domain/message-status.ts';
import { reasonOfCode } from '../wire/reason-of-code.ts';
import { type Fields, fieldsOf, objectsOf, textOf, timeOf, wholeOf } from '../wire/tolerant.ts';
import type { PartRead } from './inbound-event.ts';
import { readPayment } from './read-payment.ts';
import { aliasesOf, type Surroundings, TICKED } from './read-sender.ts';

const TICK_SET: ReadonlySet<string> = new Set(TICKS);

/** Words that are known and show nothing: `warning` said that an article of a message of ours was not to be had. */
const SILENT: ReadonlySet<string> = new Set(['warning']);

/** Reads one entry of `statuses`: a tick of a message the shop sent, a payment, or the old word that a customer deleted theirs. */
export function readStatus(status: Fields, around: Surroundings): PartRead {
  const wamid = textOf(status['id']);
  const word = textOf(status['status'])?.toLowerCase() ?? 'nameless';
  if (textOf(status['type']) === 'payment') return readPayment(status, word, around);
  if (wamid === null) return { events: [], problem: `status ${word} without an id` };
  const at = timeOf(status['timestamp']);
  if (word === 'deleted') return { events: [{ kind: 'deleted', wamid, at, direction: 'in' }], problem: null };
  if (!TICK_SET.has(word)) return { events: [], problem: SILENT.has(word) ? null : `status ${word}` };
  const callbackId = textOf(status['biz_opaque_callback_data']);
  const failure = word === 'failed' ? failureOf(status) : null;
  return {
    events: [{ kind: 'tick', wamid, callbackId, status: word as Tick, at, failure, pricing: pricingOf(status), recipient: aliasesOf(status, null, TICKED) }],
    problem: null,
  };
}

/** What Meta says of the price: `CBP` until July 2025, `PMP` with its `type` since. Some examples of groups nest it in `conversation`. */
function pricingOf(status: Fields): Pricing | null {
  const pricing = fieldsOf(status['pricing'] ?? fieldsOf(status['conversation'])?.['pricing']);
  if (!pricing) return null;
  const billable = pricing['billable'];
  return {
    category: textOf(pricing['category']),
    type: textOf(pricing['type']),
    model: textOf(pricing['pricing_model']),
    billable: typeof billable === 'boolean' ? billable : null,
  };
}

function failureOf(status: Fields) {
  const error = objectsOf(status['errors'])[0];
  const code = wholeOf(error?.['code']);
  const details = textOf(fieldsOf(error?.['error_data'])?.['details']) ?? textOf(error?.['details']) ?? textOf(error?.['message']) ?? textOf(error?.['title']);
  return { reason: reasonOfCode(code), code, details };
}
