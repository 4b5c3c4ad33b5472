import { createHash } from 'node:crypto';
import { type Alias, cleanName, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import { type Fields, fieldsOf, objectsOf, textOf, timeOf } from '../wire/tolerant.ts';
import type { InboundEvent, InboundMessageEvent, PartRead, ProductRef } from './inbound-event.ts';
import { readButtonId } from './read-button-id.ts';
import { isKnownType, readMessageContent } from './read-message-content.ts';

type Surroundings = { phoneNumberId: string; contacts: Fields[]; alone: boolean };

/** What Meta's dashboard sends by its "Test" button: the same text from the same number since 2017, to a phone number id that is nobody's. */
const META_TEST = { wamid: 'ABGGFlA5Fpa', from: '16315551181' };

/** Reads one entry of `messages`, whatever its type. */
export function readMessage(message: Fields, around: Surroundings): PartRead {
  const id = textOf(message['id']);
  const from = textOf(message['from']);
  if (id === META_TEST.wamid && from === META_TEST.from) return { events: [{ kind: 'meta-test' }], problem: null };

  const contact = contactOf(message, around);
  const aliases = aliasesOf(message, contact);
  if (aliases.length === 0) return { events: [], problem: `a message of type ${textOf(message['type']) ?? 'nameless'} from nobody` };

  const type = typeOf(message);
  const content = readMessageContent(type, message);
  const profile = fieldsOf(contact?.['profile']);
  const event: InboundMessageEvent = {
    kind: 'message',
    phoneNumberId: around.phoneNumberId,
    // Nothing is blank: a message that Meta forgot to number is known by its content.
    wamid: id ?? `none:${createHash('sha256').update(JSON.stringify(message)).digest('hex')}`,
    aliases,
    name: named(profile?.['name']),
    username: named(profile?.['username'])?.replace(/^@/, '') ?? null,
    sentAt: timeOf(message['timestamp']),
    type,
    content,
    contextWamid: textOf(fieldsOf(message['context'])?.['id']),
    product: productOf(message),
    buttonId: readButtonId(type, message),
  };
  const events: InboundEvent[] = [event];
  const at = event.sentAt;
  if (type === 'revoke') {
    const original = textOf(fieldsOf(message['revoke'])?.['original_message_id']);
    if (original !== null) events.push({ kind: 'deleted', wamid: original, at });
  }
  if (type === 'system') {
    const renamed = renamedAliases(fieldsOf(message['system']));
    if (renamed.length > 0) events.push({ kind: 'aliases', aliases: [...aliases, ...renamed], at });
  }
  return { events, problem: isKnownType(type) ? null : `type ${type}` };
}

/** The named type; where it is missing, the one object that looks like one. */
function typeOf(message: Fields): string {
  return textOf(message['type']) ?? Object.keys(message).find(isKnownType) ?? 'nameless';
}

function named(value: unknown): string | null {
  const text = textOf(value);
  const clean = text === null ? '' : cleanName(text);
  return clean === '' ? null : clean;
}

function contactOf(message: Fields, { contacts, alone }: Surroundings): Fields | null {
  const from = textOf(message['from']);
  const userId = textOf(message['from_user_id']);
  const match = contacts.find((contact) => {
    const waId = textOf(contact['wa_id']);
    return (from !== null && waId !== null && normaliseWaId(waId) === normaliseWaId(from)) || (userId !== null && textOf(contact['user_id']) === userId);
  });
  // A single contact beside a single message is its sender, also where the two spell the number differently.
  return match ?? (alone && contacts.length === 1 ? (contacts[0] ?? null) : null);
}

function aliasesOf(message: Fields, contact: Fields | null): Alias[] {
  const aliases: Alias[] = [];
  const add = (kind: Alias['kind'], value: unknown) => {
    const text = textOf(value);
    if (text === null) return;
    const alias = { kind, value: kind === 'wa_id' ? normaliseWaId(text) : text };
    if (!aliases.some((known) => known.kind === kind && known.value === alias.value)) aliases.push(alias);
  };
  add('wa_id', message['from']);
  add('user_id', message['from_user_id']);
  add('parent_user_id', message['from_parent_user_id']);
  add('wa_id', contact?.['wa_id']);
  add('user_id', contact?.['user_id']);
  add('parent_user_id', contact?.['parent_user_id']);
  return aliases;
}

/** A system message names the customer's new number or id (`new_wa_id` in old ones); `from` is the old one. */
function renamedAliases(system: Fields | null): Alias[] {
  if (!system) return [];
  const waId = textOf(system['wa_id']) ?? textOf(system['new_wa_id']);
  const userId = textOf(system['user_id']);
  return [
    ...(waId === null ? [] : [{ kind: 'wa_id' as const, value: normaliseWaId(waId) }]),
    ...(userId === null ? [] : [{ kind: 'user_id' as const, value: userId }]),
  ];
}

/** The product that a message is about; Meta documents it for text, but it has been seen with other types. */
function productOf(message: Fields): ProductRef | null {
  const referred = fieldsOf(fieldsOf(message['context'])?.['referred_product']) ?? objectsOf(fieldsOf(message['context'])?.['referred_product'])[0];
  const retailerId = textOf(referred?.['product_retailer_id']);
  return retailerId === null ? null : { catalogId: textOf(referred?.['catalog_id']) ?? '', retailerId };
}
