import type { PracticeAction } from '../../shared/contract/practice.ts';
import type { Acting } from './act-as-customers.ts';
import { pickAnswer } from './answer-questions.ts';
import type { Customer, Customers } from './keep-customers.ts';
import type { ScaledTimers } from './scaled-timers.ts';
import type { Accepted } from './tick-message.ts';
import type { Random } from './seeded-random.ts';

export type Script = {
  turn(on: boolean): void;
  readonly running: boolean;
  /** A customer has read a message of the shop: a question is answered, an answer may be thanked for. */
  read(message: Accepted): void;
  /** The shop has read what a customer wrote: who gets no answer then may write on. */
  seen(customer: Customer): void;
};

export type ScriptOptions = { acting: Acting; customers: Customers; timers: ScaledTimers; random: (stream: string) => Random };

/** More orders than this without a word from the shop, and customers come more slowly. */
const FEW = 3;
/** Share of those who write on where they see that they were read. */
const IMPATIENT = 0.3;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Orders and questions are the most of it; everything harmless occurs now and then. */
const SELDOM: readonly PracticeAction[] = ['photo', 'photo', 'voice', 'document', 'place', 'react', 'quote', 'contact-card', 'sticker'];
const LATER: readonly PracticeAction[] = [
  ...Array.from({ length: 10 }, () => 'order' as const),
  ...Array.from({ length: 8 }, () => 'question' as const),
  ...Array.from({ length: 4 }, () => 'text' as const),
  ...SELDOM,
];

/**
 * Customers who act by themselves: an order within 15 s, a question within 10 s of it, then something every 60 to 120 s (one minute more
 * for every order that the shop has not answered, from the third on), answers to what the shop asks, and thanks for what it
 * answers. All at pace 1.
 */
export function runScript({ acting, customers, timers, random }: ScriptOptions): Script {
  const choices = random('script');
  const answers = random('script-answers');
  const delays = random('thanks-delay');
  const patience = random('patience');
  let callOff: (() => void) | null = null;
  let first = true;

  const laterPause = (): number => {
    const waiting = customers.all.reduce((sum, customer) => sum + customer.unanswered, 0);
    const pause = choices.int(60_000, 120_000);
    return waiting < FEW ? pause : Math.min(pause + waiting * 60_000, LONGEST_PAUSE_MS);
  };

  const next = (pause: number, action: PracticeAction): void => {
    callOff = timers.after(pause, () => {
      void acting.act(action);
      if (action === 'order' && first) {
        first = false;
        next(choices.int(6_000, 10_000), 'question');
      } else next(laterPause(), choices.pick(LATER));
    });
  };

  return {
    turn: (on) => {
      if (on === (callOff !== null)) return;
      callOff?.();
      callOff = null;
      first = true;
      if (on) next(choices.int(8_000, 15_000), 'order');
    },
    get running() {
      return callOff !== null;
    },
    read: (message) => {
      if (callOff === null) return;
      const { customer } = message;
      const how = pickAnswer(message, answers);
      if (how !== null) {
        timers.after(delays.int(3_000, 8_000), () => void acting.answer(message, how));
        return;
      }
      if (customer.expects === 'nothing') return;
      customer.expects = 'nothing';
      timers.after(delays.int(3_000, 8_000), () => void acting.thank(customer));
    },
    seen: (customer) => {
      if (callOff === null || customer.expects !== 'an answer' || patience.next() > IMPATIENT) return;
      customer.expects = 'an answer to the rest';
      timers.after(patience.int(20_000, 60_000), () => {
        if (customer.expects === 'an answer to the rest') void acting.writeOn(customer);
      });
    },
  };
}
