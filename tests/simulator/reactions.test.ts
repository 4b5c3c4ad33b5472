import { expect, test } from 'vitest';
import type { SendAnswer } from '../../electron/wire/send-types.ts';
import { openPracticeShop, type PracticeShop, TO_SHEENA } from './practice-shop.ts';

const { text: _text, type: _type, ...TO } = TO_SHEENA;
const DAY = 24 * 3_600_000;
/** One of Meta's own samples, and the pseudo id of a product question. */
const SAMPLE = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA=';
const INQUIRY = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGA9wcm9kdWN0X2lucXVpcnkA';

/** What a reaction to a message comes to. */
async function react(shop: PracticeShop, target: string, emoji = '👍'): Promise<string> {
  const response = await shop.send({ ...TO, type: 'reaction', reaction: { message_id: target, emoji } });
  const id = ((await response.json()) as SendAnswer).messages[0]?.id;
  await shop.until(() => shop.statuses().some((status) => status.id === id));
  return shop.statuses().find((status) => status.id === id)?.status ?? '';
}

test('a message of a chat takes a reaction and its end, with one tick each', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  const target = shop.messages()[0]?.id ?? '';
  expect([await react(shop, target), await react(shop, target, '')]).toEqual(['sent', 'sent']);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(shop.statuses()).toHaveLength(2);
});

test('a message of an earlier run takes one by the form of its id; what can be no message of this account does not', async () => {
  const shop = await openPracticeShop();
  const earlier = await openPracticeShop({ seed: 99 });
  await earlier.simulator.act('text');
  expect(await react(shop, earlier.messages()[0]?.id ?? '')).toBe('sent');
  expect(await react(shop, SAMPLE)).toBe('sent');
  const none = ['wamid.nowhere', 'wamid.', INQUIRY, SAMPLE.slice(0, -4), SAMPLE.replace('wamid.', 'wacid.')];
  for (const target of none) expect([target, await react(shop, target)]).toEqual([target, 'failed']);
  expect(shop.statuses().at(-1)?.errors).toMatchObject([{ code: 131009, error_data: { details: expect.any(String) } }]);
});

test('a reaction takes none, whoever gave it, nor does a message that was deleted', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  const target = shop.messages()[0]?.id ?? '';
  await react(shop, target);
  expect(await react(shop, shop.statuses()[0]?.id ?? '')).toBe('failed');
  await shop.simulator.act('react');
  expect(await react(shop, shop.messages().at(-1)?.id ?? '')).toBe('failed');
  expect(await react(shop, target)).toBe('sent');
  await shop.simulator.act('delete');
  expect(shop.messages().at(-1)).toMatchObject({ type: 'revoke', revoke: { original_message_id: target } });
  expect(await react(shop, target)).toBe('failed');
});

test('an edit is of the message that it changes: what is deleted afterwards is that message', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  const target = shop.messages()[0]?.id;
  await shop.simulator.act('edit');
  await shop.simulator.act('delete');
  expect(shop.messages().slice(1)).toMatchObject([{ edit: { original_message_id: target } }, { revoke: { original_message_id: target } }]);
});

test('a message takes reactions for 30 days', async () => {
  const shop = await openPracticeShop();
  while (shop.messages().at(-1)?.from !== '16505550101') await shop.simulator.act('text');
  const target = shop.messages().at(-1)?.id ?? '';
  const later = async (ms: number): Promise<string> => {
    shop.clock.now += ms;
    const before = shop.messages().length;
    while (
      !shop
        .messages()
        .slice(before)
        .some(({ from }) => from === '16505550101')
    )
      await shop.simulator.act('text');
    return react(shop, target);
  };
  expect([await later(30 * DAY), await later(1)]).toEqual(['sent', 'failed']);
});

test('who marks a message read has read that person’s earlier ones; to show typing is to have read', async () => {
  const shop = await openPracticeShop();
  const fromSheena = () => shop.messages().filter(({ from }) => from === '16505550101');
  while (fromSheena().length < 3) await shop.simulator.act('text');
  const [first, second, third] = fromSheena().map(({ id }) => id);
  const read = (more: object) => shop.send({ messaging_product: 'whatsapp', status: 'read', message_id: second, ...more });
  expect(shop.simulator.hasRead(second ?? '')).toBe(false);
  await read({});
  const seen = [first, second, third].map((id) => shop.simulator.hasRead(id ?? ''));
  const others = shop.messages().filter(({ from }) => from !== '16505550101');
  expect(seen).toEqual([true, true, false]);
  expect(others.some(({ id }) => shop.simulator.hasRead(id))).toBe(false);
  await shop.send({ messaging_product: 'whatsapp', status: 'read', message_id: third, typing_indicator: { type: 'text' } });
  expect(shop.simulator.hasRead(third ?? '')).toBe(true);
  expect((await shop.send({ messaging_product: 'whatsapp', status: 'read', message_id: SAMPLE })).status).toBe(200);
});
