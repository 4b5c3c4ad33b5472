import { expect, test } from 'vitest';
import type { AnswerKind } from '../../electron/simulator/answer-questions.ts';
import type { Content } from '../../electron/simulator/read-content.ts';
import { type Customer, keepCustomers } from '../../electron/simulator/keep-customers.ts';
import { runScript, type Script } from '../../electron/simulator/run-script.ts';
import type { ScaledTimers } from '../../electron/simulator/scaled-timers.ts';
import { seededRandom } from '../../electron/simulator/seeded-random.ts';
import type { Accepted } from '../../electron/simulator/tick-message.ts';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { openPracticeShop } from './practice-shop.ts';

const read = (customer: Customer, content: Content = { kind: 'text', body: 'Yes, it is.' }): Accepted => ({
  wamid: 'wamid.1',
  customer,
  callbackData: undefined,
  content,
});

/** A script on timers that run when told to, so that minutes can be looked at in no time. */
function rehearse(seed: number, answered: boolean) {
  const due: { ms: number; run: () => void; off: boolean }[] = [];
  const acts: { at: number; action: PracticeAction }[] = [];
  const thanked: Customer[] = [];
  const wroteOn: Customer[] = [];
  const replies: [Customer, AnswerKind][] = [];
  let at = 0;
  const timers: ScaledTimers = {
    after: (ms, run) => {
      const timer = { ms: at + ms, run, off: false };
      due.push(timer);
      return () => {
        timer.off = true;
      };
    },
    pause: () => Promise.resolve(true),
    pauseExactly: () => Promise.resolve(true),
    stopped: false,
    stop: () => {},
  };
  const customers = keepCustomers(0);
  const acting = {
    act: (action: PracticeAction): Promise<void> => {
      acts.push({ at, action });
      const [first] = customers.all;
      if (action === 'order' && !answered && first !== undefined) first.unanswered += 1;
      return Promise.resolve();
    },
    thank: (customer: Customer): Promise<void> => {
      thanked.push(customer);
      return Promise.resolve();
    },
    heard: () => {},
    writeOn: (customer: Customer): Promise<void> => {
      wroteOn.push(customer);
      return Promise.resolve();
    },
    takesReaction: () => true,
    see: () => null,
    hasSeen: () => false,
    answer: (asked: Accepted, how: AnswerKind): Promise<void> => {
      replies.push([asked.customer, how]);
      return Promise.resolve();
    },
  };
  const script: Script = runScript({ acting, customers, timers, random: (stream) => seededRandom(seed, stream) });
  const run = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      const timer = due.shift();
      if (timer === undefined || timer.off) continue;
      at = timer.ms;
      timer.run();
    }
  };
  return { script, acts, run, due, thanked, wroteOn, replies, customers };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'with seed %i the first order comes within 15 s, a question by 25 s, then one thing every one to two minutes',
  (seed) => {
    const { script, acts, run } = rehearse(seed, true);
    script.turn(true);
    run(30);
    expect(acts[0]).toEqual({ at: expect.any(Number), action: 'order' });
    expect(acts[0]?.at).toBeGreaterThanOrEqual(8_000);
    expect(acts[0]?.at).toBeLessThanOrEqual(15_000);
    expect(acts[1]?.action).toBe('question');
    expect(acts[1]?.at).toBeLessThanOrEqual(25_000);
    for (let index = 2; index < acts.length; index += 1) {
      const pause = (acts[index]?.at ?? 0) - (acts[index - 1]?.at ?? 0);
      expect(pause).toBeGreaterThanOrEqual(60_000);
      expect(pause).toBeLessThanOrEqual(120_000);
    }
    expect(new Set(acts.map((act) => act.action))).toContain('order');
  },
);

test('a shop that answers nothing gets orders ever more slowly: no more than 40 events in 5 hours', () => {
  const { script, acts, run } = rehearse(3, false);
  script.turn(true);
  run(400);
  expect(acts.filter((act) => act.at <= 5 * 60 * 60_000).length).toBeLessThan(40);
  const pauses = acts.slice(1).map((act, index) => act.at - (acts[index]?.at ?? 0));
  expect(Math.max(...pauses)).toBe(15 * 60_000);
});

test('switched off, nobody acts; switched on twice, nobody acts twice; switched on again, it begins with an order', () => {
  const { script, acts, run, due } = rehearse(1, true);
  script.turn(true);
  script.turn(true);
  expect(due).toHaveLength(1);
  script.turn(false);
  expect(script.running).toBe(false);
  run(5);
  expect(acts).toEqual([]);
  script.turn(true);
  run(2);
  expect(acts.map((act) => act.action)).toEqual(['order', 'question']);
});

test('an answer that was read is thanked for once, 3 to 8 s later, and not at all while the script is off', () => {
  const { script, due, thanked, customers } = rehearse(1, true);
  const [sheena] = customers.all;
  if (sheena === undefined) throw new Error('no cast');
  sheena.expects = 'an answer';
  script.read(read(sheena));
  expect(due).toEqual([]);
  script.turn(true);
  due.length = 0;
  script.read(read(sheena));
  script.read(read(sheena));
  expect(due).toHaveLength(1);
  expect(due[0]?.ms).toBeGreaterThanOrEqual(3_000);
  expect(due[0]?.ms).toBeLessThanOrEqual(8_000);
  due[0]?.run();
  expect(thanked).toEqual([sheena]);
});

test('who sees that they were read may write on within a minute, once, unless an answer comes first', () => {
  const { script, due, wroteOn, customers } = rehearse(1, true);
  const [sheena, kerry] = customers.all;
  if (sheena === undefined || kerry === undefined) throw new Error('no cast');
  const readAgain = (customer: Customer, times: number): void => {
    for (let count = 0; count < times; count += 1) script.seen(customer);
  };
  sheena.expects = 'an answer';
  readAgain(sheena, 40);
  expect(due).toEqual([]);
  script.turn(true);
  due.length = 0;
  readAgain(kerry, 40);
  expect(due).toEqual([]);
  readAgain(sheena, 40);
  expect(due).toHaveLength(1);
  expect(due[0]?.ms).toBeGreaterThanOrEqual(20_000);
  expect(due[0]?.ms).toBeLessThanOrEqual(60_000);
  due[0]?.run();
  expect(wroteOn).toEqual([sheena]);
  kerry.expects = 'an answer';
  readAgain(kerry, 40);
  kerry.expects = 'nothing';
  due[1]?.run();
  expect(wroteOn).toEqual([sheena]);
});

test('most questions that were read are agreed to, none is thanked for, and a place or an address is given', () => {
  const { script, due, replies, thanked, customers } = rehearse(1, true);
  const [sheena] = customers.all;
  if (sheena === undefined) throw new Error('no cast');
  script.turn(true);
  const buttons = [
    { id: 'a', title: 'Yes' },
    { id: 'b', title: 'No' },
  ];
  const ask = (content: Content, times: number): AnswerKind[] => {
    due.length = 0;
    replies.length = 0;
    for (let count = 0; count < times; count += 1) script.read(read(sheena, content));
    for (const { run } of due) run();
    return replies.map(([, how]) => how);
  };
  const pressed = ask({ kind: 'buttons', body: 'All right?', buttons }, 100);
  expect(pressed).toHaveLength(100);
  expect(pressed.filter((how) => how === 'press-first').length).toBeGreaterThan(70);
  expect(pressed).toContain('press-last');
  expect(new Set(ask({ kind: 'location-request' }, 40))).toEqual(new Set(['location', 'address']));
  expect(ask({ kind: 'text', body: 'An welche Adresse dürfen wir liefern?' }, 1)).toEqual(['address']);
  const rows = [{ id: 'a', title: 'Bread' }];
  expect(ask({ kind: 'list', rows }, 1)).toEqual(['list-answer']);
  expect(ask({ kind: 'contact-request' }, 1)).toEqual(['card']);
  expect(ask({ kind: 'articles', retailerIds: ['eaten'] }, 1)).toEqual([]);
  expect(new Set(ask({ kind: 'articles', retailerIds: ['baguette'] }, 40))).toEqual(new Set(['order-shown', 'ask-shown']));
  expect(ask({ kind: 'template', category: 'UTILITY', fields: [], quickReplies: [] }, 1)).toEqual([]);
  expect(thanked).toEqual([]);
});

test('everything that the script posts is signed and reads as a webhook with one message of a known type', async () => {
  const shop = await openPracticeShop({ pace: 10_000 });
  shop.simulator.script(true);
  await shop.until(() => shop.deliveries.length >= 25);
  shop.simulator.script(false);
  expect(shop.forged).toEqual([]);
  expect(shop.reports).toEqual([]);
  for (const { body } of shop.deliveries) {
    expect(body).toMatchObject({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [{ field: 'messages' }] }] });
  }
  for (const message of shop.messages()) expect(message[message.type]).toBeTypeOf('object');
  const harmless = ['order', 'text', 'image', 'audio', 'document', 'location', 'reaction', 'contacts', 'sticker'];
  expect(shop.messages().filter((message) => !harmless.includes(message.type))).toEqual([]);
  expect(shop.messages().filter((message) => message.type === 'order' || message.context?.referred_product).length).toBeGreaterThan(10);
  expect(shop.messages()[0]?.type).toBe('order');
});
