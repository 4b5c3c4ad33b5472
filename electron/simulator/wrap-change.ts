import type { Change, ChangeValue, Contact, InboundMessage, Status, UserIdUpdate } from '../wire/webhook-types.ts';
import type { Customer } from './keep-customers.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';

/** Wraps what happened into the change that Meta would post. `hidePhone`: the number is left out wherever it may be. */
export type Wrapping = { phoneNumberId: string; hidePhone: boolean };

/** Unix seconds as a string, as webhooks carry them. */
export function wireTime(now: number): string {
  return String(Math.floor(now / 1000));
}

function contactOf(customer: Customer, hidePhone: boolean, withUsername: boolean): Contact {
  const profile = {
    ...(customer.name === null ? {} : { name: customer.name }),
    ...(customer.username === null || !withUsername ? {} : { username: customer.username }),
  };
  return { profile, ...(customer.phone === null || hidePhone ? {} : { wa_id: customer.phone }), user_id: customer.userId };
}

function valueOf(wrapping: Wrapping): ChangeValue {
  return { messaging_product: 'whatsapp', metadata: { display_phone_number: PRACTICE_ACCOUNT.displayPhoneNumber, phone_number_id: wrapping.phoneNumberId } };
}

/** A message of a customer; the sender's ids are put in here. */
export function wrapMessage(wrapping: Wrapping, customer: Customer, message: InboundMessage): Change {
  const from = customer.phone === null || wrapping.hidePhone ? {} : { from: customer.phone };
  const { id, timestamp, type, ...content } = message;
  const whole: InboundMessage = { ...from, from_user_id: customer.userId, id, timestamp, type, ...content };
  return { field: 'messages', value: { ...valueOf(wrapping), contacts: [contactOf(customer, wrapping.hidePhone, true)], messages: [whole] } };
}

/** A tick; the recipient's ids are put in here. Usernames come with `delivered` and `read` only. */
export function wrapStatus(wrapping: Wrapping, customer: Customer, status: Omit<Status, 'recipient_id' | 'recipient_user_id'>): Change {
  const recipient = customer.phone === null || wrapping.hidePhone ? {} : { recipient_id: customer.phone };
  const { id, status: tick, timestamp, ...content } = status;
  const whole: Status = { id, status: tick, timestamp, ...recipient, recipient_user_id: customer.userId, ...content };
  const contact = contactOf(customer, wrapping.hidePhone, tick !== 'sent');
  return { field: 'messages', value: { ...valueOf(wrapping), contacts: [contact], statuses: [whole] } };
}

/** The news that a customer's business-scoped id was replaced; the customer already has the new one. */
export function wrapRotation(wrapping: Wrapping, customer: Customer, previous: string, timestamp: string): Change {
  const contact = contactOf(customer, wrapping.hidePhone, true);
  const update: UserIdUpdate = {
    ...(contact.wa_id === undefined ? {} : { wa_id: contact.wa_id }),
    detail: `User id for ${customer.name ?? customer.username ?? 'user'} has been updated.`,
    user_id: { previous, current: customer.userId },
    timestamp,
  };
  return { field: 'user_id_update', value: { ...valueOf(wrapping), contacts: [contact], user_id_update: [update] } };
}
