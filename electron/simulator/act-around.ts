import type { Misbehaviour } from '../../shared/contract/practice.ts';
import type { MediaAddresses } from './address-media.ts';
import { REMOVED_ARTICLE } from './bakery.ts';
import { changeNumber, givePhone } from './change-customer.ts';
import type { MediaShelf } from './files/keep-media.ts';
import { addressOf, type Customer, type Customers } from './keep-customers.ts';
import { makeDigits, makeWamid } from './make-ids.ts';
import { PHRASES } from './phrases.ts';
import { recallHistory } from './recall-history.ts';
import type { ChatMemory } from './refer-to-messages.ts';
import type { Random } from './seeded-random.ts';
import type { PutInMail } from './sort-deliveries.ts';
import { wireTime, wrapEcho, wrapHistory, wrapMessage, wrapNumberChange, wrapRotation, wrapStatus } from './wrap-change.ts';
import { writeFile } from './write-file.ts';
import { paymentOf } from './write-kinds.ts';
import { type Written, writeAnyText, writeQuestion } from './write-message.ts';

export const AROUND_ACTIONS = ['rotate', 'change-number', 'show-number', 'phone-answer', 'history', 'payment', 'old-message'] as const;
export type AroundAction = (typeof AROUND_ACTIONS)[number];

export type AroundOptions = {
  customers: Customers;
  shelf: MediaShelf;
  addresses: MediaAddresses;
  mail: PutInMail;
  random: (stream: string) => Random;
  phoneNumberId: string;
  behaviour: () => Misbehaviour;
  now: () => number;
  say: (customer: Customer, written: Written, ids: Random, agoMs?: number) => Promise<void>;
  chats: ChatMemory;
};

const OLD_MS = 25 * 60 * 60 * 1000;

/** What happens to a customer, or on the shop's own phone, rather than being written by somebody. */
export function actAround(options: AroundOptions): (action: AroundAction, last: Customer) => Promise<void> {
  const { customers, shelf, addresses, mail, random, phoneNumberId, behaviour, now, say, chats } = options;
  const ids = random('around');
  const rotations = random('rotations');
  const wrapping = () => ({ phoneNumberId, hidePhone: behaviour().hidePhone });

  const rotate = (customer: Customer): Promise<void> => {
    const previous = customer.userId;
    const kept = previous.slice(0, -4);
    do customer.userId = kept + makeDigits(rotations, 4);
    while (customer.userId === previous);
    return mail({ customer: customer.idBase, change: wrapRotation(wrapping(), customer, previous, wireTime(now())) });
  };

  const moveNumber = async (customer: Customer): Promise<void> => {
    const before = changeNumber(customer, ids);
    const head = { id: makeWamid(ids, addressOf(before), 'in'), timestamp: wireTime(now()) };
    await mail({ customer: before.idBase, change: wrapNumberChange(wrapping(), before, customer, head) });
    await say(customer, writeAnyText(customer, ids), ids);
  };

  const showNumber = (last: Customer): Promise<void> => {
    const { hidePhone } = behaviour();
    const hidden = (customer: Customer): boolean => customer.phone === null || (hidePhone && !customer.shown);
    const customer = hidden(last) ? last : (customers.all.find(hidden) ?? last);
    givePhone(customer);
    customer.shown = true;
    return say(customer, writeAnyText(customer, ids), ids);
  };

  const answerOnPhone = (customer: Customer): Promise<void> => {
    const id = makeWamid(ids, addressOf(customer), 'out');
    chats.add({ wamid: id, customer, ours: true, type: 'text', at: now(), order: null });
    const message = { id, timestamp: wireTime(now()), body: ids.pick(PHRASES[customer.speaks].thanks) };
    return mail({ customer: customer.idBase, change: wrapEcho(wrapping(), customer, message) });
  };

  const bringHistory = async (customer: Customer): Promise<void> => {
    const messages = recallHistory(customer, ids, now());
    await mail({ customer: customer.idBase, change: wrapHistory(wrapping(), customer, messages) });
    const placeholder = messages.find(({ message }) => message.type === 'media_placeholder')?.message;
    if (placeholder === undefined) return;
    const { id, timestamp } = placeholder;
    const photo = wrapMessage(wrapping(), customer, { id, timestamp, ...writeFile('photo', customer, ids, shelf, addresses) });
    await mail({ customer: customer.idBase, change: { ...photo, field: 'history' } });
  };

  const pay = (last: Customer): Promise<void> => {
    const told = chats.findOrder(last);
    const customer = told?.customer ?? last;
    const timestamp = wireTime(now());
    const status = { id: makeWamid(ids, addressOf(customer), 'out'), status: 'captured', timestamp, ...paymentOf(told?.order ?? null, ids, timestamp) };
    return mail({ customer: customer.idBase, change: wrapStatus(wrapping(), customer, status) });
  };

  /** Every other one asks about an article that was there at that time. */
  const writeOldMessage = (customer: Customer): Written =>
    ids.next() < 0.5 ? writeQuestion(customer, ids, REMOVED_ARTICLE.retailerId) : writeAnyText(customer, ids);

  return (action, last) => {
    switch (action) {
      case 'rotate':
        return rotate(last);
      case 'change-number':
        return moveNumber(last);
      case 'show-number':
        return showNumber(last);
      case 'phone-answer':
        return answerOnPhone(last);
      case 'history':
        return bringHistory(last);
      case 'payment':
        return pay(last);
      case 'old-message':
        return say(customers.latecomer, writeOldMessage(customers.latecomer), ids, OLD_MS);
    }
  };
}
