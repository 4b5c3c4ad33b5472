import type { Misbehaviour, PracticeAction } from '../../shared/contract/practice.ts';
import { addressOf, type Customer, type Customers } from './keep-customers.ts';
import { makeDigits, makeWamid } from './make-ids.ts';
import type { Random } from './seeded-random.ts';
import type { PutInMail } from './sort-deliveries.ts';
import { wireTime, wrapMessage, wrapRotation } from './wrap-change.ts';
import { type Written, writeAnyText, writeOrder, writePhoto, writeQuestion, writeThanks } from './write-message.ts';

export type ActingOptions = {
  customers: Customers;
  mail: PutInMail;
  random: (stream: string) => Random;
  phoneNumberId: string;
  behaviour: () => Misbehaviour;
  now: () => number;
};

export type Acting = {
  /** Somebody of the cast acts; `rotate` is done to whoever acted last. Resolves when the shop answered. */
  act(action: PracticeAction): Promise<void>;
  /** A customer thanks for an answer. */
  thank(customer: Customer): Promise<void>;
};

export function actAsCustomers({ customers, mail, random, phoneNumberId, behaviour, now }: ActingOptions): Acting {
  const acts = random('acts');
  const thanks = random('thanks');
  let last: Customer | null = null;

  const say = (customer: Customer, written: Written, ids: Random): Promise<void> => {
    const at = now();
    customer.wroteAt = at;
    const message = { id: makeWamid(ids, addressOf(customer), 'in'), timestamp: wireTime(at), ...written };
    return mail({ customer: customer.idBase, change: wrapMessage({ phoneNumberId, hidePhone: behaviour().hidePhone }, customer, message) });
  };

  const rotate = (): Promise<void> => {
    const customer = last ?? acts.pick(customers.all);
    last = customer;
    const previous = customer.userId;
    const kept = previous.slice(0, -4);
    do customer.userId = kept + makeDigits(acts, 4);
    while (customer.userId === previous);
    const change = wrapRotation({ phoneNumberId, hidePhone: behaviour().hidePhone }, customer, previous, wireTime(now()));
    return mail({ customer: customer.idBase, change });
  };

  const write = (action: Exclude<PracticeAction, 'rotate'>, customer: Customer): Written => {
    switch (action) {
      case 'order':
        return writeOrder(customer, acts);
      case 'question':
        return writeQuestion(customer, acts);
      case 'text':
        return writeAnyText(customer, acts);
      case 'photo':
        return writePhoto(customer, acts);
    }
  };

  return {
    act: (action) => {
      if (action === 'rotate') return rotate();
      const customer = acts.pick(customers.all.filter((other) => other !== last));
      last = customer;
      customer.expects = 'an answer';
      if (action === 'order') customer.unanswered += 1;
      return say(customer, write(action, customer), acts);
    },
    thank: (customer) => say(customer, writeThanks(customer, thanks), thanks),
  };
}
