import type { Misbehaviour, PracticeAction } from '../../shared/contract/practice.ts';
import type { BlockList } from './answer-blocks.ts';
import { type AnswerKind, canAnswer, writeAnswer } from './answer-questions.ts';
import type { MediaAddresses } from './address-media.ts';
import { actAround, AROUND_ACTIONS } from './act-around.ts';
import type { MediaShelf } from './files/keep-media.ts';
import { addressOf, type Customer, type Customers } from './keep-customers.ts';
import { makeWamid } from './make-ids.ts';
import { orderNamedIn } from './read-content.ts';
import { type ReferringAction, REFERRING_ACTIONS, rememberChats, writeReferring } from './refer-to-messages.ts';
import type { Random } from './seeded-random.ts';
import type { PutInMail } from './sort-deliveries.ts';
import type { Accepted } from './tick-message.ts';
import { wireTime, wrapMessage } from './wrap-change.ts';
import { FILE_ACTIONS, type FileAction, writeFile } from './write-file.ts';
import { KIND_ACTIONS, type KindAction, writeKind } from './write-kinds.ts';
import { type Written, writeAnyText, writeOrder, writeQuestion, writeThanks } from './write-message.ts';

export type ActingOptions = {
  customers: Customers;
  shelf: MediaShelf;
  addresses: MediaAddresses;
  blocked: BlockList;
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
  /** Somebody whose message was read, and who has no answer yet, writes on. */
  writeOn(customer: Customer): Promise<void>;
  /** Whether an emoji can be put on a message. */
  takesReaction(wamid: string): boolean;
  /** The shop has read up to a message; returns whose, null where it is not known. */
  see(wamid: string): Customer | null;
  hasSeen(wamid: string): boolean;
};

/** Answers that can be asked for, and those that only the script gives. */
const ASKED_ANSWERS = ['press-first', 'press-last', 'location', 'address', 'list-answer'] as const satisfies readonly AnswerKind[];
type AskedAnswer = (typeof ASKED_ANSWERS)[number];
const ANSWERS: readonly AnswerKind[] = [...ASKED_ANSWERS, 'card', 'template-button', 'order-shown', 'ask-shown'];
/** A customer scrolls no further up than this. */
const REMEMBERED = 50;

function isOneOf<T extends PracticeAction>(list: readonly T[], action: PracticeAction): action is T {
  return list.some((one) => one === action);
}

export function actAsCustomers(options: ActingOptions): Acting {
  const { customers, shelf, addresses, blocked, mail, random, phoneNumberId, behaviour, now } = options;
  const acts = random('acts');
  const kinds = random('kinds');
  const thanks = random('thanks');
  const answers = random('answers');
  const more = random('writing-on');
  const chats = rememberChats();
  let last: Customer | null = null;
  /** Questions of the shop, the oldest first. */
  let asked: Accepted[] = [];
  const answered = new WeakSet<Accepted>();

  /** @param agoMs how long ago it was written; an old message opens no window */
  const say = (customer: Customer, written: Written, ids: Random, agoMs = 0): Promise<void> => {
    if (blocked.has(customer)) return Promise.resolve();
    const at = now() - agoMs;
    customer.wroteAt = Math.max(customer.wroteAt, at);
    const id = makeWamid(ids, addressOf(customer), 'in');
    chats.add({ wamid: id, customer, ours: false, type: written.type, at, order: null });
    const message = { id, timestamp: wireTime(at), ...written };
    return mail({ customer: customer.idBase, change: wrapMessage({ phoneNumberId, hidePhone: behaviour().hidePhone }, customer, message) });
  };

  const around = actAround({ customers, shelf, addresses, mail, random, phoneNumberId, behaviour, now, say, chats });

  const answer = (question: Accepted, how: AnswerKind): Promise<void> => {
    last = question.customer;
    answered.add(question);
    question.customer.expects = 'nothing';
    if (how === 'order-shown') question.customer.unanswered += 1;
    return say(question.customer, writeAnswer(question, how, answers), answers);
  };

  const answerNewest = (how: AskedAnswer): Promise<void> => {
    const fitting = asked.filter((message) => canAnswer(message, how));
    const question = fitting.findLast((message) => !answered.has(message)) ?? fitting.at(-1);
    if (question) return answer(question, how);
    const somebody = last ?? acts.pick(customers.all);
    return say(somebody, writeAnyText(somebody, acts), acts);
  };

  const refer = (action: ReferringAction): Promise<void> => {
    const message = chats.find(action);
    const customer = message?.customer ?? last ?? kinds.pick(customers.all);
    last = customer;
    return say(customer, message ? writeReferring(action, message, kinds) : writeAnyText(customer, kinds), kinds);
  };

  const write = (action: 'order' | 'question' | 'text' | FileAction | KindAction, customer: Customer): Written => {
    if (isOneOf(FILE_ACTIONS, action)) return writeFile(action, customer, acts, shelf, addresses);
    if (isOneOf(KIND_ACTIONS, action)) return writeKind(action, customer, acts);
    switch (action) {
      case 'order':
        return writeOrder(customer, acts);
      case 'question':
        return writeQuestion(customer, acts);
      case 'text':
        return writeAnyText(customer, acts);
    }
  };

  return {
    act: (action) => {
      if (isOneOf(ASKED_ANSWERS, action)) return answerNewest(action);
      if (isOneOf(REFERRING_ACTIONS, action)) return refer(action);
      if (isOneOf(AROUND_ACTIONS, action)) {
        last ??= acts.pick(customers.all);
        return around(action, last);
      }
      const free = customers.all.filter((other) => other !== last && !blocked.has(other));
      if (free.length === 0) return Promise.resolve();
      const customer = acts.pick(free);
      last = customer;
      customer.expects = 'an answer';
      if (action === 'order') customer.unanswered += 1;
      return say(customer, write(action, customer), acts);
    },
    answer,
    heard: (message) => {
      const { wamid, customer, content } = message;
      chats.add({ wamid, customer, ours: true, type: content.kind, at: now(), order: orderNamedIn(content) });
      if (ANSWERS.some((how) => canAnswer(message, how))) asked = [...asked, message].slice(-REMEMBERED);
    },
    thank: (customer) => say(customer, writeThanks(customer, thanks), thanks),
    writeOn: (customer) => say(customer, writeAnyText(customer, more), more),
    takesReaction: (wamid) => chats.takesReaction(wamid, now()),
    see: chats.see,
    hasSeen: chats.hasSeen,
  };
}
