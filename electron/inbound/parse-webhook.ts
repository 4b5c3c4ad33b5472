import { readJson } from '../wire/read-json.ts';
import { type Fields, fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import type { ParsedWebhook, PartRead } from './inbound-event.ts';
import { readIdUpdate } from './read-id-update.ts';
import { readList } from './read-list.ts';
import { readMessage } from './read-message.ts';
import { readEcho, readHistory, readPhoneContact } from './read-phone.ts';
import { readStatus } from './read-status.ts';
import { SILENT_FIELDS } from './silent-fields.ts';

/** Grows when this program learns to read more; what an older reader left unread is then read again. */
export const READER = 2;

/** The one phone number id that On-Premises bodies are filed under: they name none. */
export const ONPREM_NUMBER = 'onprem';

/**
 * Reads a webhook body of either shape: the Cloud API's envelope, or the bare value that the On-Premises API sent.
 * Never throws and never lets one part spoil another: what cannot be read is named in `problems`.
 * Source of the shapes: docs/wire.md.
 */
export function parseWebhook(body: string): ParsedWebhook {
  const root = fieldsOf(readJson(body));
  if (!root) return { shape: 'none', events: [], account: null, problems: ['not a JSON object'], silent: 0 };
  const read: Read = { events: [], problems: [], silent: 0 };
  if (textOf(root['object']) === 'whatsapp_business_account') {
    readEnvelope(root, read);
    return named('cloud', read, accountOf(root));
  }
  if (Array.isArray(root['messages']) || Array.isArray(root['statuses']) || Array.isArray(root['errors'])) {
    readValue(root, ONPREM_NUMBER, read);
    return named('onprem', read);
  }
  return { shape: 'none', events: [], account: null, problems: ['neither a Cloud API nor an On-Premises body'], silent: 0 };
}

const NOTHING_KNOWN = 'nothing known in it';

type Read = Pick<ParsedWebhook, 'events' | 'problems' | 'silent'>;

/** A body in which nothing was found that this program knows did not come for nothing: it counts as not read, and is read again later. */
function named(shape: ParsedWebhook['shape'], { events, problems, silent }: Read, account: ParsedWebhook['account'] = null): ParsedWebhook {
  return { shape, events, account, problems: known({ events, problems, silent }) > 0 ? problems : [NOTHING_KNOWN], silent };
}

function known({ events, problems, silent }: Read): number {
  return events.length + problems.length + silent;
}

/** The first entry's: all entries of a body are of one account, and an app has one callback for each. */
function accountOf(root: Fields): ParsedWebhook['account'] {
  const entry = objectsOf(root['entry'])[0];
  const wabaId = textOf(entry?.['id']);
  const value = fieldsOf(objectsOf(entry?.['changes'])[0]?.['value']);
  const phoneNumberId = textOf(fieldsOf(value?.['metadata'])?.['phone_number_id']);
  return wabaId === null || phoneNumberId === null ? null : { wabaId, phoneNumberId };
}

function readEnvelope(root: Fields, read: Read): void {
  if (!Array.isArray(root['entry'])) read.problems.push('no list of entries');
  for (const entry of Array.isArray(root['entry']) ? readList(root, 'entry', read.problems) : []) {
    if (!Array.isArray(entry['changes'])) read.problems.push('an entry without changes');
    for (const change of Array.isArray(entry['changes']) ? readList(entry, 'changes', read.problems) : []) {
      const field = textOf(change['field']) ?? 'nameless';
      const value = fieldsOf(change['value']);
      const before = known(read);
      if (value) readField(field, value, read);
      // What stands beside it must not hide that nothing was found here.
      if (value && known(read) === before) read.problems.push(NOTHING_KNOWN);
      if (!value) read.problems.push(`field ${field} without a value`);
    }
  }
}

function readField(field: string, value: Fields, read: Read): void {
  const metadata = fieldsOf(value['metadata']);
  const number = { phoneNumberId: textOf(metadata?.['phone_number_id']) ?? 'unnamed', display: textOf(metadata?.['display_phone_number']) };
  switch (field) {
    case 'messages':
      return readValue(value, null, read);
    case 'user_id_update':
      return readAll(readList(value, 'user_id_update', read.problems).map(readIdUpdate), read);
    case 'smb_message_echoes':
    case 'message_echoes': {
      const echoes = readList(value, 'message_echoes', read.problems);
      const contacts = objectsOf(value['contacts']);
      return readAll(
        echoes.map((echo) => readEcho(echo, number, contacts, echoes.length === 1)),
        read,
      );
    }
    case 'history':
      readErrors(value, read);
      return readAll(readHistory(value, number), read);
    case 'smb_app_state_sync':
      return readAll(readList(value, 'state_sync', read.problems).map(readPhoneContact), read);
    default:
      if (SILENT_FIELDS.has(field)) read.silent += 1;
      else read.problems.push(`field ${field}`);
  }
}

function readValue(value: Fields, fixedNumber: string | null, read: Read): void {
  const phoneNumberId = fixedNumber ?? textOf(fieldsOf(value['metadata'])?.['phone_number_id']) ?? 'unnamed';
  const contacts = objectsOf(value['contacts']);
  const messages = readList(value, 'messages', read.problems);
  const around = { phoneNumberId, contacts, alone: messages.length === 1 };
  for (const message of messages) collect(readMessage(message, around), read);
  for (const status of readList(value, 'statuses', read.problems)) collect(readStatus(status, around), read);
  readErrors(value, read);
  // Clicks on a marketing message, and a summary of a chat that another program had: they name nobody.
  if (Array.isArray(value['user_actions']) || fieldsOf(value['conversation_context'])) read.silent += 1;
}

function readErrors(value: Fields, { problems }: Read): void {
  for (const error of objectsOf(value['errors'])) {
    const code = textOf(error['code']) ?? '?';
    if (code === '2593109') problems.push('the phone does not share its history');
    else problems.push(`Meta reports error ${code}: ${textOf(error['title']) ?? textOf(error['message']) ?? ''}`);
  }
}

function readAll(parts: readonly PartRead[], read: Read): void {
  for (const part of parts) collect(part, read);
}

function collect(part: PartRead, read: Read): void {
  read.events.push(...part.events);
  if (part.problem !== null) read.problems.push(part.problem);
  else if (part.events.length === 0) read.silent += 1;
}
