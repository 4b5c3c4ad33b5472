import { expect, test } from 'vitest';
import { CAST } from '../../electron/simulator/cast.ts';
import { startSimulator } from '../../electron/simulator/simulator.ts';
import { seededRandom } from '../../electron/simulator/seeded-random.ts';
import type { WebhookBody } from '../../electron/wire/webhook-types.ts';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { answeringServer } from '../support/answering-server.ts';
import { closeAfter } from '../support/close-after.ts';
import { APP_SECRET, PHONE_NUMBER_ID, startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

/** A shop whose webhooks pass a post office that reads along: what went over the wire, by its own count. */
async function practise(seed: number) {
  const wire = { bodies: 0, messages: new Map<string, string>(), statuses: new Set<string>(), rotations: new Set<string>() };
  const target = { url: '' };
  const office = await answeringServer((response, { method, body, headers }) => {
    // The shop asks who answers at the callback: it was not the shop that wrote it down.
    if (method === 'GET') return void response.writeHead(404).end();
    wire.bodies += 1;
    for (const change of (JSON.parse(body) as WebhookBody).entry.flatMap((entry) => entry.changes)) {
      for (const message of change.value.messages ?? []) wire.messages.set(message.id, message.type);
      for (const status of change.value.statuses ?? []) wire.statuses.add(`${status.id} ${status.status}`);
      for (const update of change.value.user_id_update ?? []) wire.rotations.add(update.user_id.current);
    }
    const proof = headers['x-hub-signature-256'];
    void fetch(target.url, { method: 'POST', body, headers: { 'x-hub-signature-256': String(proof) } }).then(
      (answer) => response.writeHead(answer.status).end(),
      () => response.destroy(),
    );
  });
  const reports: string[] = [];
  const simulator = await startSimulator({
    webhookUrl: `${office.url}/webhook`,
    appSecret: APP_SECRET,
    accessToken: 'test-access-token',
    phoneNumberId: PHONE_NUMBER_ID,
    seed,
    pace: 200,
    now: Date.now,
    report: (line) => void reports.push(line),
  });
  closeAfter(simulator);
  const shop = closeAfter(await startShop({ graphUrl: simulator.graphUrl }));
  target.url = shop.webhookUrl;
  return { shop, simulator, reports, wire };
}
const ACTIONS: PracticeAction[] = ['order', 'question', 'text', 'photo', 'rotate'];

test.each([1, 20, 300])('under seed %i, with every misbehaviour at once, the shop ends with exactly what happened', async (seed) => {
  const { shop, simulator, reports, wire } = await practise(seed);
  const random = seededRandom(seed, 'operator');
  simulator.behave({ repeat: true, reorder: true, batch: true, delayMs: 5, hidePhone: true });
  const done = new Map<PracticeAction, number>(ACTIONS.map((action) => [action, 0]));
  for (let round = 0; round < 6; round += 1) {
    const actions = Array.from({ length: 15 }, () => random.pick(ACTIONS));
    for (const action of actions) done.set(action, (done.get(action) ?? 0) + 1);
    await Promise.all(actions.map((action) => simulator.act(action)));
    // Some are answered meanwhile: their ticks join the disorder.
    const { conversations } = await shop.api.chats.list({});
    for (const chat of conversations.slice(0, 2))
      await shop.api.chats.reply({ conversationId: chat.id, text: `Answer ${round}`, requestId: `request-${round}-${chat.id}` });
  }
  const replies = shop.rows("SELECT id FROM messages WHERE direction = 'out'").length;
  await until('three ticks of every reply', () => wire.statuses.size === 3 * replies);
  await until(
    'the shop to have them',
    () => shop.rows("SELECT 1 FROM messages WHERE direction = 'out' AND status = 'read' AND tick_sent_at > 0 AND tick_delivered_at > 0").length === replies,
  );

  const of = (action: PracticeAction) => done.get(action) ?? 0;
  expect(wire.messages.size).toBe(of('order') + of('question') + of('text') + of('photo'));
  expect(wire.rotations.size).toBe(of('rotate'));
  const stored = shop.rows<{ wamid: string; type: string }>("SELECT wamid, type FROM messages WHERE direction = 'in'");
  expect(new Map(stored.map(({ wamid, type }) => [wamid, type]))).toEqual(wire.messages);
  expect(stored).toHaveLength(wire.messages.size);
  expect(shop.rows('SELECT count(*) AS n FROM orders')).toEqual([{ n: of('order') }]);
  expect(shop.rows('SELECT max(number) AS n FROM orders GROUP BY business_day')).toEqual([{ n: of('order') }]);
  expect(shop.rows("SELECT count(*) AS n FROM messages WHERE retailer_id IS NOT NULL AND direction = 'in'")).toEqual([{ n: of('question') }]);
  expect(shop.rows("SELECT count(*) AS n FROM messages WHERE type = 'image'")).toEqual([{ n: of('photo') }]);
  expect(shop.rows("SELECT count(*) AS n FROM webhook_log WHERE outcome <> 'applied'")).toEqual([{ n: 0 }]);
  expect(shop.rows('SELECT count(*) AS n FROM webhook_log')).toEqual([{ n: wire.bodies }]);
  expect(shop.rows('SELECT * FROM tick_parking')).toEqual([]);

  // One customer for each of the cast who did something, with every id they ever had; numbers are hidden.
  const people = shop.rows<{ ids: string }>("SELECT group_concat(value) AS ids FROM customer_aliases WHERE kind = 'user_id' GROUP BY customer_id");
  const bases = people.map(({ ids }) => new Set(ids.split(',').map((id) => id.slice(3, 19))));
  expect(bases.every((own) => own.size === 1)).toBe(true);
  expect(new Set(bases.flatMap((own) => [...own])).size).toBe(people.length);
  expect(people.length).toBeLessThanOrEqual(CAST.length);
  expect(shop.rows('SELECT count(*) AS n FROM customers')).toEqual([{ n: people.length }]);
  expect(shop.rows('SELECT count(*) AS n FROM conversations')).toEqual([{ n: shop.rows('SELECT DISTINCT conversation_id FROM messages').length }]);
  expect(shop.rows("SELECT count(*) AS n FROM customer_aliases WHERE kind = 'wa_id'")).toEqual([{ n: 0 }]);
  expect((await shop.api.connection.get()).refused.count).toBe(0);
  expect(reports.filter((line) => !line.includes('that was replaced'))).toEqual([]);
});
