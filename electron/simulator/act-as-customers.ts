import type { Misbehaviour, PracticeAction } from '../../shared/contract/practice.ts';
import { type AnswerKind, canAnswer, writeAnswer } from './answer-questions.ts';
import { addressOf, type Customer, type Customers } from './keep-customers.ts';
import { makeDigits, makeWamid } from './make-ids.ts';
import type { Random } from './seeded-random.ts';
import type { PutInMail } from './sort-deliveries.ts';
import type { Accepted } from './tick-message.ts';
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
  /** A message of the shop has reached somebody, who may answer it later. */
  heard(message: Accepted): void;
  /** Somebody answers a question of the shop. */
  answer(asked: Accepted, how: AnswerKind): Promise<void>;
};

const ANSWERS: readonly AnswerKind[] = ['press-first', 'press-last', 'location', 'address'];
/** A customer scrolls no further up than this. */
const REMEMBERED = 50;

function isAnswer(action: PracticeAction): action is AnswerKind {
  return ANSWERS.some((how) => how === action);
}

export function actAsCustomers({ customers, mail, random, phoneNumberId, behaviour, now }: ActingOptions): Acting {
  const acts = random('acts');
  const thanks = random('thanks');
  const answers = random('answers');
  let last: Customer | null = null;
  /** Questions of the shop, the oldest first. */
  let asked: Accepted[] = [];
  const answered = new WeakSet<Accepted>();

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

  const answer = (question: Accepted, how: AnswerKind): Promise<void> => {
    last = question.customer;
    answered.add(question);
    question.customer.expects = 'nothing';
    return say(question.customer, writeAnswer(question, how, answers), answers);
  };

  const write = (action: Exclude<PracticeAction, 'rotate' | AnswerKind>, customer: Customer): Written => {
    switch (action) {
      case 'order':
        return writeOrder(customer, acts);
      case 'question':
        return writeQuestion(customer, acts);
      case 'text':
        return writeAnyText(customer, acts);
      case 'photo':
        return writePhoto(customer, acts);
      case 'video':
      case 'voice':
      case 'audio-file':
      case 'document':
      case 'sticker':
      case 'place':
      case 'contact-card':
      case 'react':
      case 'withdraw-reaction':
      case 'quote':
      case 'forward':
      case 'list-answer':
      case 'form-answer':
      case 'edit':
      case 'delete':
      case 'ad':
      case 'group':
      case 'unsupported':
      case 'look-at-phone':
      case 'unknown-kind':
      case 'welcome':
      case 'payment':
      case 'change-number':
      case 'show-number':
      case 'phone-answer':
      case 'history':
      case 'old-message':
        return writeAnyText(customer, acts);
    }
  };

  return {
    act: (action) => {
      if (action === 'rotate') return rotate();
      if (isAnswer(action)) {
        const fitting = asked.filter((message) => canAnswer(message, action));
        const question = fitting.findLast((message) => !answered.has(message)) ?? fitting.at(-1);
        if (question) return answer(question, action);
        const somebody = last ?? acts.pick(customers.all);
        return say(somebody, writeAnyText(somebody, acts), acts);
      }
      const customer = acts.pick(customers.all.filter((other) => other !== last));
      last = customer;
      customer.expects = 'an answer';
      if (action === 'order') customer.unanswered += 1;
      return say(customer, write(action, customer), acts);
    },
    answer,
    heard: (message) => {
      if (ANSWERS.some((how) => canAnswer(message, how))) asked = [...asked, message].slice(-REMEMBERED);
    },
    thank: (customer) => say(customer, writeThanks(customer, thanks), thanks),
  };
}
