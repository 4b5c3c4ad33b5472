import { readJson } from '../wire/read-json.ts';
import { type Fields, fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import type { InboundEvent, ParsedWebhook, PartRead } from './inbound-event.ts';
import { readIdUpdate } from './read-id-update.ts';
import { readMessage } from './read-message.ts';
import { readStatus } from './read-status.ts';

/** Grows when this program learns to read more; what an older reader left unread is then read again. */
export const READER = 1;

/** The one phone number id that On-Premises bodies are filed under: they name none. */
export const ONPREM_NUMBER = 'onprem';

/**
 * Reads a webhook body of either shape: the Cloud API's envelope, or the bare value that the On-Premises API sent.
 * Never throws and never lets one part spoil another: what cannot be read is named in `problems`.
 * Source of the shapes: docs/wire.md.
 */
export function parseWebhook(body: string): ParsedWebhook {
  const root = fieldsOf(readJson(body));
  if (!root) return { shape: 'none', events: [], account: null, problems: ['not a JSON object'] };
  const events: InboundEvent[] = [];
  const problems: string[] = [];
  if (textOf(root['object']) === 'whatsapp_business_account') {
    readEnvelope(root, events, problems);
    return named('cloud', events, problems, accountOf(root));
  }
  if (Array.isArray(root['messages']) || Array.isArray(root['statuses']) || Array.isArray(root['errors'])) {
    readValue(root, ONPREM_NUMBER, events, problems);
    return named('onprem', events, problems);
  }
  return { shape: 'none', events: [], account: null, problems: ['neither a Cloud API nor an On-Premises body'] };
}

/** A body in which nothing was found that this program knows did not come for nothing: it counts as not read, and is read again later. */
function named(shape: ParsedWebhook['shape'], events: InboundEvent[], problems: string[], account: ParsedWebhook['account'] = null): ParsedWebhook {
  return { shape, events, account, problems: events.length + problems.length > 0 ? problems : ['nothing known in it'] };
}

/** The first entry's: all entries of a body are of one account, and an app has one callback for each. */
function accountOf(root: Fields): ParsedWebhook['account'] {
  const entry = objectsOf(root['entry'])[0];
  const wabaId = textOf(entry?.['id']);
  const value = fieldsOf(objectsOf(entry?.['changes'])[0]?.['value']);
  const phoneNumberId = textOf(fieldsOf(value?.['metadata'])?.['phone_number_id']);
  return wabaId === null || phoneNumberId === null ? null : { wabaId, phoneNumberId };
}

function readEnvelope(root: Fields, events: InboundEvent[], problems: string[]): void {
  if (!Array.isArray(root['entry'])) problems.push('no list of entries');
  for (const entry of objectsOf(root['entry'])) {
    if (!Array.isArray(entry['changes'])) problems.push('an entry without changes');
    for (const change of objectsOf(entry['changes'])) {
      const field = textOf(change['field']) ?? 'nameless';
      const value = fieldsOf(change['value']);
      if (!value) problems.push(`field ${field} without a value`);
      else if (field === 'messages') readValue(value, null, events, problems);
      else if (field === 'user_id_update') readIdUpdates(value, events, problems);
      else problems.push(`field ${field}`);
    }
  }
}

function readValue(value: Fields, fixedNumber: string | null, events: InboundEvent[], problems: string[]): void {
  const phoneNumberId = fixedNumber ?? textOf(fieldsOf(value['metadata'])?.['phone_number_id']) ?? 'unnamed';
  const contacts = objectsOf(value['contacts']);
  const messages = listOf(value, 'messages', problems);
  for (const message of messages) collect(readMessage(message, { phoneNumberId, contacts, alone: messages.length === 1 }), events, problems);
  for (const status of listOf(value, 'statuses', problems)) collect(readStatus(status), events, problems);
  for (const error of objectsOf(value['errors']))
    problems.push(`Meta reports error ${textOf(error['code']) ?? '?'}: ${textOf(error['title']) ?? textOf(error['message']) ?? ''}`);
}

function readIdUpdates(value: Fields, events: InboundEvent[], problems: string[]): void {
  for (const update of listOf(value, 'user_id_update', problems)) collect(readIdUpdate(update), events, problems);
}

function listOf(value: Fields, name: string, problems: string[]): Fields[] {
  const list = value[name];
  if (list === undefined) return [];
  const objects = objectsOf(list);
  if (!Array.isArray(list) || objects.length < list.length) problems.push(`${name} holds something that is no object`);
  return objects;
}

function collect(part: PartRead, events: InboundEvent[], problems: string[]): void {
  events.push(...part.events);
  if (part.problem !== null) problems.push(part.problem);
}
