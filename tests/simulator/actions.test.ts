import { expect, test } from 'vitest';
import { REMOVED_ARTICLE } from '../../electron/simulator/bakery.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import type { Change } from '../../electron/wire/webhook-types.ts';
import { PRACTICE_ACTIONS, type PracticeAction } from '../../shared/contract/practice.ts';
import { type Before, file, line, MESSAGES, NUMBER, order, PHONE, SECONDS, type Shape, text, USER, WAMID, WORDS } from './message-shapes.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA } from './practice-shop.ts';

const { displayPhoneNumber: SHOP, wabaId } = PRACTICE_ACCOUNT;
const { type: _type, text: _text, ...TO } = TO_SHEENA;

/** What is no ordinary message has a test of its own below. */
const OTHERS = ['rotate', 'change-number', 'phone-answer', 'history', 'payment', 'old-message'] as const satisfies readonly PracticeAction[];

async function prepare(): Promise<{ shop: PracticeShop; before: Before }> {
  // So slow that no tick comes in between.
  const shop = await openPracticeShop({ pace: 0.01 });
  while (shop.messages().at(-1)?.from !== '16505550101') await shop.simulator.act('text');
  const { id: written = '', from } = shop.messages().at(-1) ?? {};
  const ask = async (interactive: object): Promise<string> => {
    const response = await shop.send({ ...TO, type: 'interactive', interactive: { body: { text: 'Order #14?' }, ...interactive } });
    return ((await response.json()) as { messages: { id: string }[] }).messages[0]?.id ?? '';
  };
  const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
  const buttons = await ask({ type: 'button', action: { buttons: [reply('a', 'Yes'), reply('b', 'No')] } });
  await shop.send({ ...TO_SHEENA, text: { body: 'What address shall we deliver it to?' } });
  const place = await ask({ type: 'location_request_message', action: { name: 'send_location' } });
  const list = await ask({ type: 'list', action: { button: 'Pick', sections: [{ rows: [{ id: 'r1', title: 'Rye', description: 'Dark' }] }] } });
  return { shop, before: { text: written, from, buttons, place, list } };
}

/** The changes that an action brings, each webhook in Meta's envelope. */
async function changesOf(shop: PracticeShop, action: PracticeAction): Promise<Change[]> {
  const known = shop.deliveries.length;
  await shop.simulator.act(action);
  const bodies = shop.deliveries.slice(known).map(({ body }) => body);
  const changes = bodies.flatMap((body) => body.entry.flatMap((entry) => entry.changes));
  for (const body of bodies) expect(body).toEqual({ object: 'whatsapp_business_account', entry: [{ id: wabaId, changes: [expect.anything()] }] });
  for (const { value } of changes) {
    expect(value).toMatchObject({ messaging_product: 'whatsapp', metadata: { display_phone_number: SHOP, phone_number_id: PHONE_ID } });
  }
  return changes;
}

/** Files carry their address now and then. */
function withoutUrl(message: Record<string, unknown>): Record<string, unknown> {
  const part = message[String(message['type'])] as Record<string, unknown> | undefined;
  if (typeof part?.['url'] !== 'string') return message;
  const { url: _, ...rest } = part;
  return { ...message, [String(message['type'])]: rest };
}

test('every action is looked at here', () => {
  expect([...Object.keys(MESSAGES), ...OTHERS].toSorted()).toEqual([...PRACTICE_ACTIONS].toSorted());
});

test.each(Object.entries(MESSAGES) as [PracticeAction, Shape][])('%s brings a message as Meta’s reference has it', async (action, shape) => {
  const { shop, before } = await prepare();
  if (action === 'withdraw-reaction') await shop.simulator.act('react');
  const [change, ...more] = await changesOf(shop, action);
  expect([change?.field, more]).toEqual(['messages', []]);
  const [contact] = change?.value.contacts ?? [];
  const [message] = change?.value.messages ?? [];
  expect(contact).toEqual({
    profile: expect.anything() as unknown,
    ...(message?.from === undefined ? {} : { wa_id: message.from }),
    user_id: message?.from_user_id,
  });
  const from = contact?.wa_id === undefined ? {} : { from: PHONE };
  expect(withoutUrl(message ?? {})).toEqual({ ...from, from_user_id: USER, id: WAMID, timestamp: SECONDS, ...shape(before) });
});

test('rotate brings the old and the new id, and no message', async () => {
  const { shop } = await prepare();
  const [change] = await changesOf(shop, 'rotate');
  const update = { wa_id: '16505550101', detail: WORDS, user_id: { previous: USER, current: USER }, timestamp: SECONDS };
  expect(change).toMatchObject({ field: 'user_id_update', value: { user_id_update: [update] } });
  expect(Object.keys(change?.value.user_id_update?.[0] ?? {})).toEqual(Object.keys(update));
});

test('change-number brings a system message of the old number without contacts, then a text of the new one', async () => {
  const { shop } = await prepare();
  const [system, next] = await changesOf(shop, 'change-number');
  expect(system?.value).not.toHaveProperty('contacts');
  expect(system?.value.messages).toEqual([
    {
      from: '16505550101',
      from_user_id: USER,
      id: WAMID,
      timestamp: SECONDS,
      type: 'system',
      system: { body: expect.stringMatching(/^User Sheena Nelson changed from 16505550101 to \d+$/), type: 'user_changed_number', wa_id: PHONE, user_id: USER },
    },
  ]);
  expect(next?.value.messages).toMatchObject([text]);
});

test('phone-answer brings an echo of what the shop wrote on its phone', async () => {
  const { shop } = await prepare();
  const [change] = await changesOf(shop, 'phone-answer');
  expect(change?.field).toBe('smb_message_echoes');
  expect(change?.value.message_echoes).toEqual([{ from: SHOP, to: PHONE, to_user_id: USER, id: WAMID, timestamp: SECONDS, ...text }]);
});

test('history brings a chunk of a thread in both directions, and the file of its placeholder after it', async () => {
  const { shop } = await prepare();
  const [chunk, photo] = await changesOf(shop, 'history');
  expect(chunk?.field).toBe('history');
  const [history] = (chunk?.value.history ?? []) as { metadata: object; threads: { id: string; messages: Record<string, unknown>[] }[] }[];
  expect(history?.metadata).toEqual({ phase: 0, chunk_order: 1, progress: 100 });
  expect(history?.threads).toMatchObject([{ id: '16505550101', context: { wa_id: '16505550101', user_id: USER } }]);
  const messages = history?.threads[0]?.messages ?? [];
  const head = { id: WAMID, timestamp: SECONDS };
  expect(messages[0]).toEqual({ from: '16505550101', from_user_id: USER, ...head, ...text, history_context: { status: 'DELIVERED' } });
  expect(messages[1]).toEqual({ from: SHOP, to: '16505550101', to_user_id: USER, ...head, ...text, history_context: { status: 'READ' } });
  expect(messages.find(({ type }) => type === 'order')).toMatchObject({
    from: '16505550101',
    order: order([{ ...line, product_retailer_id: REMOVED_ARTICLE.retailerId }]),
  });
  const placeholder = messages.find(({ type }) => type === 'media_placeholder');
  expect(photo).toMatchObject({ field: 'history', value: { messages: [{ id: placeholder?.['id'], type: 'image', image: file('image/png') }] } });
});

test('payment brings a tick of a payment for the order that the shop wrote of, or for a bill where it wrote of none', async () => {
  const { shop } = await prepare();
  const payment = async (of: PracticeShop) => (await changesOf(of, 'payment'))[0]?.value.statuses?.[0] as Record<string, unknown> | undefined;
  expect(await payment(shop)).toEqual({
    id: WAMID,
    status: 'captured',
    timestamp: SECONDS,
    recipient_id: '16505550101',
    recipient_user_id: USER,
    type: 'payment',
    payment: {
      reference_id: 'order-14',
      amount: { value: NUMBER, offset: 100 },
      currency: 'INR',
      transaction: {
        id: WORDS,
        pg_transaction_id: WORDS,
        type: 'razorpay',
        status: 'success',
        created_timestamp: NUMBER,
        updated_timestamp: NUMBER,
        method: { type: 'upi' },
      },
    },
  });
  const other = await payment(await openPracticeShop());
  expect(other?.['payment']).toMatchObject({ reference_id: expect.stringMatching(/^bill-\d{3}$/) });
});

test('old-message brings a message that was written 25 hours before', async () => {
  const { shop } = await prepare();
  const [change] = await changesOf(shop, 'old-message');
  expect(change?.value.messages).toMatchObject([{ from: '16505550177', timestamp: String(shop.clock.now / 1000 - 25 * 3600), type: 'text' }]);
});
