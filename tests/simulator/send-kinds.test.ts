import { expect, test } from 'vitest';
import { TEMPLATES } from '../../electron/simulator/templates.ts';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { openPracticeShop, TO_SHEENA } from './practice-shop.ts';

const { type: _type, text: _text, ...TO } = TO_SHEENA;
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const ask = (over: object = {}) => ({
  ...TO,
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'All right?' }, action: { buttons: [reply('a', 'Yes'), reply('b', 'No')] }, ...over },
});
const withButtons = (buttons: unknown) => ask({ action: { buttons } });
const LOCATION = { type: 'location_request_message', body: { text: 'Where to?' }, action: { name: 'send_location' } };
const place = (over: object = {}) => ({ ...TO, type: 'interactive', interactive: { ...LOCATION, ...over } });
const fields = (...texts: unknown[]) => [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) }];
const told = (over: object = {}) => ({
  ...TO,
  type: 'template',
  template: { name: 'order_ready', language: { code: 'en' }, components: fields('Ana', '#14'), ...over },
});

test.each<[string, object]>([
  ['reply buttons', ask()],
  ['one button with the longest id and title', withButtons([reply('a'.repeat(256), 'A'.repeat(20))])],
  ['a location request', place()],
  ['a template with its fields', told()],
  ['a template that has none', told({ name: 'hello_world', language: { code: 'en_US' }, components: undefined })],
])('%s is taken without a word', async (_, body) => {
  const shop = await openPracticeShop();
  expect((await shop.send(body)).status).toBe(200);
  expect(shop.reports).toEqual([]);
});

test.each<[string, object, number]>([
  ['no interactive object', { ...TO, type: 'interactive' }, 131008],
  ['text beside it', { ...ask(), text: { body: 'a' } }, 100],
  ['an unknown interactive kind', ask({ type: 'riddle' }), 100],
  ['a kind that the practice shop does not take', ask({ type: 'flow' }), 131051],
  ['no body', ask({ body: undefined }), 131008],
  ['a body that is no object', ask({ body: 'Yes?' }), 100],
  ['a body too long', ask({ body: { text: 'x'.repeat(1025) } }), 131009],
  ['no action', ask({ action: undefined }), 131008],
  ['no button', withButtons([]), 131009],
  ['four buttons', withButtons(['a', 'b', 'c', 'd'].map((id) => reply(id, id))), 131009],
  ['two buttons of one id', withButtons([reply('a', 'Yes'), reply('a', 'No')]), 131009],
  ['two buttons of one title', withButtons([reply('a', 'Yes'), reply('b', 'Yes')]), 131009],
  ['a title too long', withButtons([reply('a', 'x'.repeat(21))]), 131009],
  ['an id too long', withButtons([reply('a'.repeat(257), 'Yes')]), 131009],
  ['a button without a title', withButtons([{ type: 'reply', reply: { id: 'a' } }]), 131008],
  ['a button of another kind', withButtons([{ type: 'url', reply: { id: 'a', title: 'Yes' } }]), 131009],
  ['a key that Meta does not know', ask({ subject: 'Hello' }), 100],
  ['a location request with a footer', place({ footer: { text: 'a' } }), 100],
  ['a location request of another name', place({ action: { name: 'send_money' } }), 131009],
  ['a template that is not there', told({ name: 'order_eaten' }), 132001],
  ['a template in another language', told({ language: { code: 'fr' } }), 132001],
  ['too few fields', told({ components: fields('Ana') }), 132000],
  ['no fields', told({ components: undefined }), 132000],
  ['an empty field', told({ components: fields('Ana', '') }), 131008],
  ['a field with a line break', told({ components: fields('Ana', 'a\nb') }), 132018],
  ['a header that it has not', told({ components: [{ type: 'header', parameters: [] }] }), 132012],
])('a send with %s is refused', async (_, body, code) => {
  const shop = await openPracticeShop({ pace: 10_000 });
  const response = await shop.send(body);
  expect(((await response.json()) as GraphErrorBody).error.code).toBe(code);
  expect(shop.reports).toHaveLength(1);
});

test('outside the 24 hours a template goes, and nothing else', async () => {
  const shop = await openPracticeShop();
  shop.clock.now += 25 * 60 * 60 * 1000;
  for (const body of [ask(), place()]) expect(((await (await shop.send(body)).json()) as GraphErrorBody).error.code).toBe(131047);
  const response = await shop.send(told());
  expect(await response.json()).toMatchObject({ messages: [{ message_status: 'accepted' }] });
});

test('there is a template for each step that a customer can be told of', () => {
  const names = TEMPLATES.map(({ name }) => name);
  for (const step of ['accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled']) expect(names).toContain(`order_${step}`);
});
