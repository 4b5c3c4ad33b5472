import { type Alias, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import { TICKS, type Tick } from '../../shared/domain/message-status.ts';
import { type Fields, fieldsOf, objectsOf, textOf, timeOf } from '../wire/tolerant.ts';
import type { PartRead } from './inbound-event.ts';
import { readList } from './read-list.ts';
import { readMessage } from './read-message.ts';
import { named } from './read-sender.ts';

type Number = { phoneNumberId: string; display: string | null };

/** Field `smb_message_echoes`: what the shop wrote in the WhatsApp Business app on its phone. */
export function readEcho(message: Fields, { phoneNumberId }: Number, contacts: readonly Fields[], alone: boolean): PartRead {
  return readMessage(message, { phoneNumberId, contacts, alone }, { direction: 'out', status: 'sent', history: false });
}

/**
 * Field `history`: the phone's chats of up to 180 days, in chunks of any order; media follow later, as `messages` of their own beside it.
 * @returns what each chunk gives; a refusal of the shop's is a problem in words
 */
export function readHistory(value: Fields, number: Number): PartRead[] {
  const problems: string[] = [];
  const parts = readList(value, 'history', problems).flatMap((chunk) => {
    const refused = objectsOf(chunk['errors']).map(readRefusal);
    const old = readList(chunk, 'threads', problems).flatMap((thread) => {
      if (thread['messages'] === undefined) problems.push('a thread of the history without messages');
      return readList(thread, 'messages', problems).map((message) => readOld(message, thread, number));
    });
    // A chunk may say only how far it is.
    const bare = chunk['threads'] === undefined && refused.length === 0 && !fieldsOf(chunk['metadata']);
    return [...refused, ...old, { events: [], problem: bare ? 'a chunk of the history without threads' : null }];
  });
  const later = readList(value, 'messages', problems).map((message) => readOld(message, {}, number, objectsOf(value['contacts'])));
  return [...parts, ...later, ...problems.map((problem) => ({ events: [], problem }))];
}

function readRefusal(error: Fields): PartRead {
  const code = textOf(error['code']) ?? '?';
  const words = textOf(fieldsOf(error['error_data'])?.['details']) ?? textOf(error['message']) ?? textOf(error['title']) ?? '';
  return { events: [], problem: code === '2593109' ? 'the phone does not share its history' : `no history: error ${code}: ${words}` };
}

function readOld(message: Fields, thread: Fields, { phoneNumberId, display }: Number, contacts: readonly Fields[] = []): PartRead {
  const context = fieldsOf(thread['context']);
  const person = textOf(thread['id']) ?? textOf(context?.['wa_id']);
  const userId = textOf(context?.['user_id']);
  const from = textOf(message['from']);
  const byShop = from !== null && from !== person && (same(from, display) || textOf(message['to']) !== null || person !== null) && !same(from, person);
  const out = byShop || (from === null && (textOf(message['to']) ?? textOf(message['to_user_id'])) !== null);
  // The thread names the person where the message does not.
  const known = out
    ? { ...message, to: message['to'] ?? person ?? undefined, to_user_id: message['to_user_id'] ?? userId ?? undefined }
    : { ...message, from: from ?? person ?? undefined, from_user_id: message['from_user_id'] ?? userId ?? undefined };
  const aboutPerson = context ? [{ ...context, wa_id: context['wa_id'] ?? person ?? undefined, profile: { username: context['username'] } }] : contacts;
  return readMessage(
    known,
    { phoneNumberId, contacts: aboutPerson, alone: aboutPerson.length === 1 },
    { direction: out ? 'out' : 'in', status: out ? statusOf(message) : null, history: true },
  );
}

function same(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && normaliseWaId(one) === normaliseWaId(other);
}

/** `history_context.status`: READ, DELIVERED, SENT, PLAYED, ERROR, PENDING. */
function statusOf(message: Fields): Tick {
  const word = textOf(fieldsOf(message['history_context'])?.['status'])?.toLowerCase();
  if (word === 'error') return 'failed';
  return TICKS.find((tick) => tick === word) ?? 'sent';
}

/** Field `smb_app_state_sync`: an entry of the phone's address book. */
export function readPhoneContact(entry: Fields): PartRead {
  const contact = fieldsOf(entry['contact']);
  const name = named(contact?.['full_name']) ?? named(contact?.['first_name']);
  const phone = textOf(contact?.['phone_number']);
  const userId = textOf(contact?.['user_id']);
  const aliases: Alias[] = [
    ...(phone === null ? [] : [{ kind: 'wa_id' as const, value: normaliseWaId(phone) }]),
    ...(userId === null ? [] : [{ kind: 'user_id' as const, value: userId }]),
  ];
  if (name === null || aliases.length === 0 || textOf(entry['action']) === 'remove') return { events: [], problem: null };
  return { events: [{ kind: 'phone-name', aliases, name, at: timeOf(fieldsOf(entry['metadata'])?.['timestamp']) }], problem: null };
}
