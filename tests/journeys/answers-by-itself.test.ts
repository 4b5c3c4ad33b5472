import { expect, test } from 'vitest';
import type { Settings } from '../../shared/contract/settings.ts';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { accepted, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

/** A Monday in Berlin. */
const NOON = Date.parse('2026-11-23T11:00:00Z');
const NIGHT = Date.parse('2026-11-23T21:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const workday = [{ from: '08:00', to: '18:00' }];
const openingHours = [workday, workday, workday, workday, workday, workday, []];
const ON = { on: true, texts: {} };

async function open(at: number, autoAnswers: Settings['autoAnswers']) {
  const clock = { now: at };
  let sent = 0;
  const graph = await scriptedGraph((asked) => asked.give(accepted(`wamid.auto.${(sent += 1)}`)));
  const shop = closeAfter(await startShop({ now: () => clock.now, graphUrl: graph.url }));
  await shop.api.settings.save({ autoAnswers, openingHours, customerLanguage: 'en', sendReadReceipts: false });
  const post = (...messages: object[]) => postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages }));
  const say = (over: Record<string, unknown> = {}) => textMessage({ timestamp: seconds(clock.now), ...over });
  const texts = () => graph.asked.flatMap(({ body }) => body.text?.body ?? []);
  return { clock, graph, shop, post, say, texts };
}

test('while the shop is closed a customer is told so once a day, marked, and still waits for a person', async () => {
  const { clock, shop, post, say, texts } = await open(NIGHT, { away: ON, greeting: { on: false, texts: {} } });
  const first = say();
  await post(first);
  await until('the away message', () => texts().length === 1);
  expect(texts()).toEqual(['Hello Sheena Nelson, thank you for your message! We are closed right now. We open again on Tuesday at 08:00, and answer then.']);
  await post(first);
  await post(say(), orderMessage({ timestamp: seconds(clock.now) }));
  const { messages } = await shop.api.chats.thread({ conversationId: 1 });
  expect(messages.map(({ type, origin }) => [type, origin])).toEqual([
    ['text', 'here'],
    ['text', 'program'],
    ['text', 'here'],
    ['order', 'here'],
  ]);
  expect(shop.rows('SELECT count(*) AS n FROM auto_answers')).toEqual([{ n: 1 }]);
  expect(shop.rows('SELECT last_outbound_at AS at FROM conversations')).toEqual([{ at: null }]);
  clock.now += DAY;
  await post(say());
  await until('the next day’s', () => texts().length === 2);
});

test('a greeting goes with the day’s first message alone, and reactions ask for none', async () => {
  const { clock, post, say, texts, shop } = await open(NOON, { away: ON, greeting: ON });
  await post(say({ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }));
  await post(say());
  await until('the greeting', () => texts().length === 1);
  expect(texts()[0]).toBe('Hello Sheena Nelson, thank you for your message! We will answer as soon as we can.');
  clock.now += 60_000;
  await post(say());
  await shop.restart().then(closeAfter);
  expect(texts()).toHaveLength(1);
});

test('what is off, or came too late for the window, is not answered', async () => {
  const { clock, shop, post, say } = await open(NIGHT, { away: { on: false, texts: {} }, greeting: ON });
  await post(say());
  await shop.api.settings.save({ autoAnswers: { away: ON, greeting: ON } });
  await post(say({ timestamp: seconds(clock.now - DAY) }));
  expect(shop.rows('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 0 }]);
});
