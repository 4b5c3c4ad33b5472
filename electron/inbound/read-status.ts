import { TICKS, type Tick } from '../../shared/domain/message-status.ts';
import { reasonOfCode } from '../wire/reason-of-code.ts';
import { type Fields, fieldsOf, objectsOf, textOf, timeOf, wholeOf } from '../wire/tolerant.ts';
import type { PartRead } from './inbound-event.ts';

const TICK_SET: ReadonlySet<string> = new Set(TICKS);

/** Reads one entry of `statuses`: a tick of a message the shop sent, or the old word that a customer deleted theirs. */
export function readStatus(status: Fields): PartRead {
  const wamid = textOf(status['id']);
  const word = textOf(status['status'])?.toLowerCase() ?? 'nameless';
  if (wamid === null) return { events: [], problem: `status ${word} without an id` };
  const at = timeOf(status['timestamp']);
  if (word === 'deleted') return { events: [{ kind: 'deleted', wamid, at }], problem: null };
  if (!TICK_SET.has(word) || textOf(status['type']) === 'payment') return { events: [], problem: `status ${word}` };
  const callbackId = textOf(status['biz_opaque_callback_data']);
  return { events: [{ kind: 'tick', wamid, callbackId, status: word as Tick, at, failure: word === 'failed' ? failureOf(status) : null }], problem: null };
}

function failureOf(status: Fields) {
  const error = objectsOf(status['errors'])[0];
  const code = wholeOf(error?.['code']);
  const details = textOf(fieldsOf(error?.['error_data'])?.['details']) ?? textOf(error?.['details']) ?? textOf(error?.['message']) ?? textOf(error?.['title']);
  return { reason: reasonOfCode(code), code, details };
}
