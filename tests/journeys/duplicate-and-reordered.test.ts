import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned } from '../support/post-webhook.ts';
import { printPromise } from '../support/print-promise.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';

const T = 1_750_000_000;
const at = (second: number) => String(T + second);
const sheena = { from: '16505550111', from_user_id: 'US.111' };

/** A day's events: one customer known by number, by both ids and by the new id alone; an order, a question, a deletion, ticks. */
const EVENTS: { field?: string; value: Parameters<typeof envelope>[0] }[] = [
  {
    value: {
      contacts: [{ profile: { name: 'Sheena' }, wa_id: '16505550111' }],
      messages: [{ from: '16505550111', id: 'm1', timestamp: at(1), type: 'text', text: { body: 'Hello' } }],
    },
  },
  {
    value: {
      contacts: [{ profile: { name: 'Sheena Nelson' }, user_id: 'US.111' }],
      messages: [{ from_user_id: 'US.111', id: 'm2', timestamp: at(2), type: 'text', text: { body: 'Me again' } }],
    },
  },
  {
    value: {
      messages: [
        {
          ...sheena,
          id: 'm3',
          timestamp: at(3),
          type: 'order',
          order: { catalog_id: '1', product_items: [{ product_retailer_id: 'a', quantity: 2, item_price: 6.5, currency: 'EUR' }] },
        },
      ],
    },
  },
  { field: 'user_id_update', value: { user_id_update: [{ wa_id: '16505550111', user_id: { previous: 'US.111', current: 'US.222' }, timestamp: at(4) }] } },
  { value: { messages: [{ from_user_id: 'US.222', id: 'm5', timestamp: at(5), type: 'image', image: { id: '9', mime_type: 'image/jpeg', sha256: 'x' } }] } },
  { value: { messages: [{ from: '16505550122', id: 'm6', timestamp: at(6), type: 'text', text: { body: 'Somebody else' } }] } },
  { value: { statuses: [{ id: 'm6', status: 'deleted', timestamp: at(20) }] } },
  { value: { statuses: [{ id: 'o1', status: 'sent', timestamp: at(7) }] } },
  { value: { statuses: [{ id: 'o1', status: 'read', timestamp: at(9) }] } },
  { value: { statuses: [{ id: 'o1', status: 'delivered', timestamp: at(8) }] } },
];

/** What the shop knows, without what depends on arrival: row ids, arrival times, order numbers. */
function state(shop: TestShop): unknown {
  return {
    customers: shop.rows(
      "SELECT name, (SELECT group_concat(kind || '=' || value, ' ') FROM (SELECT * FROM customer_aliases WHERE customer_id = customers.id ORDER BY kind, value)) AS aliases FROM customers ORDER BY aliases",
    ),
    conversations: shop.rows('SELECT phone_number_id, last_inbound_at, last_at FROM conversations ORDER BY last_at'),
    messages: shop.rows('SELECT wamid, type, sent_at, content, deleted_at FROM messages ORDER BY wamid'),
    orders: shop.rows('SELECT message_wamid, state, placed_at, note FROM orders'),
    lines: shop.rows('SELECT retailer_id, quantity, unit_minor, currency, unit_raw FROM order_lines'),
    parked: shop.rows('SELECT wamid, status, at FROM tick_parking ORDER BY status'),
  };
}

test('whatever the order, batching and repetition of deliveries, the same events end in the same state', async () => {
  const first = closeAfter(await startShop());
  for (const { field, value } of EVENTS) await postSigned(first.webhookUrl, envelope(value, field));
  const expected = state(first);
  const ends = new Set<string>();
  let delivered = 0;
  expect(expected).toMatchObject({ customers: [{ name: 'Sheena Nelson' }, { name: null }], orders: [{ state: 'new' }] });

  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...EVENTS, ...EVENTS], { minLength: 2 * EVENTS.length }), fc.integer({ min: 1, max: 6 }), async (events, size) => {
      const shop = await startShop({ folder: `${first.folder}/${Math.random().toString(36).slice(2)}` });
      try {
        for (let from = 0; from < events.length; from += size) {
          // Some together in one body, and bodies at once: batching as Meta does it.
          const batch = events.slice(from, from + size).map(({ field, value }) => envelope(value, field) as { entry: object[] });
          const [whole, ...others] = batch;
          const half = { ...whole, entry: [...(whole?.entry ?? []), ...others.slice(0, 2).flatMap((one) => one.entry)] };
          const statuses = await Promise.all([half, ...others.slice(2)].map((body) => postSigned(shop.webhookUrl, body)));
          expect(new Set(statuses)).toEqual(new Set([200]));
        }
        delivered += events.length;
        ends.add(JSON.stringify(state(shop)));
        expect(state(shop)).toEqual(expected);
      } finally {
        await shop.stop();
      }
    }),
    { numRuns: 15 },
  );
  printPromise(2, `${EVENTS.length} events delivered ${delivered} times in 15 orders and batchings, ${ends.size} end state`);
});
