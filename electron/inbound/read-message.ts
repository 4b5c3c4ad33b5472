import { createHash } from 'node:crypto';
import { type Alias, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import type { Tick } from '../../shared/domain/message-status.ts';
import { type Fields, fieldsOf, objectsOf, textOf, timeOf } from '../wire/tolerant.ts';
import type { InboundEvent, InboundMessageEvent, PartRead, ProductRef } from './inbound-event.ts';
import { readButtonId } from './read-button-id.ts';
import { isKnownType, readMessageContent, targetOf } from './read-message-content.ts';
import { readReferral } from './read-referral.ts';
import { aliasesOf, contactOf, namesOf, RECIPIENT, SENDER, type Surroundings } from './read-sender.ts';

/** Where a message comes from: the customer, or the shop's own phone (then how far it got). */
export type Provenance = { direction: 'in' | 'out'; status: Tick | null; history: boolean };
const RECEIVED: Provenance = { direction: 'in', status: null, history: false };

/** What Meta's dashboard sends by its "Test" button: the same text from the same number since 2017, to a phone number id that is nobody's. */
const META_TEST = { wamid: 'ABGGFlA5Fpa', from: '16315551181' };

/** Reads one entry of `messages` (or of what the phone tells), whatever its type. */
export function readMessage(message: Fields, around: Surroundings, { direction, status, history }: Provenance = RECEIVED): PartRead {
  const id = textOf(message['id']);
  if (id === META_TEST.wamid && textOf(message['from']) === META_TEST.from) return { events: [{ kind: 'meta-test' }], problem: null };

  const role = direction === 'in' ? SENDER : RECIPIENT;
  const contact = contactOf(message, around, role);
  const type = typeOf(message);
  const system = type === 'system' && direction === 'in' ? fieldsOf(message['system']) : null;
  const named = aliasesOf(message, contact, role);
  // Meta's own sample of a changed user id names nobody outside its object.
  const aliases = named.length > 0 ? named : systemAliases(system);
  if (aliases.length === 0) return { events: [], problem: `a message of type ${type} ${direction === 'in' ? 'from' : 'to'} nobody` };

  const { content, file } = readMessageContent(type, message);
  const context = fieldsOf(message['context']);
  const event: InboundMessageEvent = {
    kind: 'message',
    phoneNumberId: around.phoneNumberId,
    // Nothing is blank: a message that Meta forgot to number is known by its content.
    wamid: id ?? `none:${createHash('sha256').update(JSON.stringify(message)).digest('hex')}`,
    aliases,
    ...namesOf(contact),
    sentAt: timeOf(message['timestamp']),
    type,
    content,
    contextWamid: targetOf(type, message) ?? textOf(context?.['id']),
    product: productOf(context),
    buttonId: readButtonId(type, message),
    media: file,
    direction,
    status,
    history,
    forwarded: context?.['frequently_forwarded'] === true ? 2 : context?.['forwarded'] === true ? 1 : 0,
    groupId: textOf(message['group_id']),
    referral: readReferral(message),
  };
  const events: InboundEvent[] = [event];
  const at = event.sentAt;
  const deleted = type === 'revoke' ? targetOf(type, message) : null;
  if (deleted !== null) events.push({ kind: 'deleted', wamid: deleted, at, direction });
  if (system) {
    const renamed = renamedAliases(system);
    if (renamed.length > 0) events.push({ kind: 'aliases', aliases: [...aliases, ...renamed], at });
  }
  return { events, problem: isKnownType(type) ? null : `type ${type}` };
}

/** The named type; where it is missing, the one object that looks like one. */
function typeOf(message: Fields): string {
  return textOf(message['type']) ?? Object.keys(message).find((name) => name !== 'contacts' && isKnownType(name)) ?? 'nameless';
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

/** A business-scoped user id. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Who a system message speaks of by itself, the oldest name first: the words tell what the id was. */
function systemAliases(system: Fields | null): Alias[] {
  const renamed = renamedAliases(system);
  const before = / from (\S+) to \S+$/.exec(textOf(system?.['body'])?.trim() ?? '')?.[1] ?? '';
  return renamed.length > 0 && USER_ID.test(before) ? [{ kind: 'user_id', value: before }, ...renamed] : renamed;
}

/** The product that a message is about; Meta documents it for text, but it has been seen with other types. */
function productOf(context: Fields | null): ProductRef | null {
  const referred = fieldsOf(context?.['referred_product']) ?? objectsOf(context?.['referred_product'])[0];
  const retailerId = textOf(referred?.['product_retailer_id']);
  return retailerId === null ? null : { catalogId: textOf(referred?.['catalog_id']) ?? '', retailerId };
}
