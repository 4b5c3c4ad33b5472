import type { Change, ChangeValue, Contact, InboundMessage, Status, UserIdUpdate, WireError } from '../wire/webhook-types.ts';
import type { Customer } from './keep-customers.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';

/** Wraps what happened into the change that Meta would post. `hidePhone`: the number is left out wherever it may be. */
export type Wrapping = { phoneNumberId: string; hidePhone: boolean };

/** Unix seconds as a string, as webhooks carry them. */
export function wireTime(now: number): string {
  return String(Math.floor(now / 1000));
}

/** The number, where Meta may name it. */
function phoneOf({ hidePhone }: Wrapping, { phone, shown }: Customer): string | null {
  return hidePhone && !shown ? null : phone;
}

function contactOf(customer: Customer, wrapping: Wrapping, withUsername: boolean): Contact {
  const profile = {
    ...(customer.name === null ? {} : { name: customer.name }),
    ...(customer.username === null || !withUsername ? {} : { username: customer.username }),
  };
  const phone = phoneOf(wrapping, customer);
  return { profile, ...(phone === null ? {} : { wa_id: phone }), user_id: customer.userId };
}

function valueOf(wrapping: Wrapping): ChangeValue {
  return { messaging_product: 'whatsapp', metadata: { display_phone_number: PRACTICE_ACCOUNT.displayPhoneNumber, phone_number_id: wrapping.phoneNumberId } };
}

/** A message of a customer; the sender's ids are put in here. */
export function wrapMessage(wrapping: Wrapping, customer: Customer, message: InboundMessage): Change {
  const phone = phoneOf(wrapping, customer);
  const from = phone === null ? {} : { from: phone };
  const { id, timestamp, type, ...content } = message;
  const whole: InboundMessage = { ...from, from_user_id: customer.userId, id, timestamp, type, ...content };
  return { field: 'messages', value: { ...valueOf(wrapping), contacts: [contactOf(customer, wrapping, true)], messages: [whole] } };
}

/** A tick; the recipient's ids are put in here. Usernames come with `delivered` and `read` only. */
export function wrapStatus(wrapping: Wrapping, customer: Customer, status: Omit<Status, 'recipient_id' | 'recipient_user_id'>): Change {
  const phone = phoneOf(wrapping, customer);
  const recipient = phone === null ? {} : { recipient_id: phone };
  const { id, status: tick, timestamp, ...content } = status;
  const whole: Status = { id, status: tick, timestamp, ...recipient, recipient_user_id: customer.userId, ...content };
  const contact = contactOf(customer, wrapping, tick !== 'sent');
  return { field: 'messages', value: { ...valueOf(wrapping), contacts: [contact], statuses: [whole] } };
}

/** The news that a customer's business-scoped id was replaced; the customer already has the new one. */
export function wrapRotation(wrapping: Wrapping, customer: Customer, previous: string, timestamp: string): Change {
  const contact = contactOf(customer, wrapping, true);
  const update: UserIdUpdate = {
    ...(contact.wa_id === undefined ? {} : { wa_id: contact.wa_id }),
    detail: `User id for ${customer.name ?? customer.username ?? 'user'} has been updated.`,
    user_id: { previous, current: customer.userId },
    timestamp,
  };
  return { field: 'user_id_update', value: { ...valueOf(wrapping), contacts: [contact], user_id_update: [update] } };
}

/** Errors of the account, beside no message and no tick. */
export function wrapErrors(wrapping: Wrapping, errors: WireError[]): Change {
  return { field: 'messages', value: { ...valueOf(wrapping), errors } };
}

/** WhatsApp says that a customer has another number and id now; it comes from the old ones and without contacts. */
export function wrapNumberChange(wrapping: Wrapping, before: Customer, after: Customer, head: { id: string; timestamp: string }): Change {
  const old = phoneOf(wrapping, before);
  const phone = phoneOf(wrapping, after);
  const name = after.name ?? after.username ?? 'user';
  const changed =
    phone === null
      ? { body: `User ${name} changed from ${before.userId} to ${after.userId}`, type: 'user_changed_user_id' }
      : { body: `User ${name} changed from ${old ?? ''} to ${phone}`, type: 'user_changed_number', wa_id: phone };
  const system = { ...changed, user_id: after.userId };
  const message: InboundMessage = { ...(old === null ? {} : { from: old }), from_user_id: before.userId, ...head, type: 'system', system };
  return { field: 'messages', value: { ...valueOf(wrapping), messages: [message] } };
}

/** What the shop wrote on its own phone. */
export function wrapEcho(wrapping: Wrapping, customer: Customer, message: { id: string; timestamp: string; body: string }): Change {
  const phone = phoneOf(wrapping, customer);
  const { id, timestamp, body } = message;
  const to = { ...(phone === null ? {} : { to: phone }), to_user_id: customer.userId };
  const echo = { from: PRACTICE_ACCOUNT.displayPhoneNumber, ...to, id, timestamp, type: 'text', text: { body } };
  const value = { ...valueOf(wrapping), contacts: [contactOf(customer, wrapping, true)], message_echoes: [echo] };
  return { field: 'smb_message_echoes', value };
}

/** A chunk of the phone's older chats. @param messages each with who wrote it */
export function wrapHistory(wrapping: Wrapping, customer: Customer, messages: readonly { ours: boolean; message: InboundMessage; status: string }[]): Change {
  const phone = phoneOf(wrapping, customer);
  const theirs = { ...(phone === null ? {} : { from: phone }), from_user_id: customer.userId };
  const ours = { from: PRACTICE_ACCOUNT.displayPhoneNumber, ...(phone === null ? {} : { to: phone }), to_user_id: customer.userId };
  const whole = messages.map(({ ours: own, message, status }) => ({ ...(own ? ours : theirs), ...message, history_context: { status } }));
  const context = { ...(phone === null ? {} : { wa_id: phone }), user_id: customer.userId };
  const threads = [{ id: phone ?? customer.userId, context, messages: whole }];
  const value = { ...valueOf(wrapping), history: [{ metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads }] };
  return { field: 'history', value };
}
