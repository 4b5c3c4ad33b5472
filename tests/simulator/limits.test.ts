import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { openPracticeShop, type PracticeShop, TO_SHEENA } from './practice-shop.ts';

const { type: _type, text: _text, ...TO } = TO_SHEENA;
const { catalogId } = PRACTICE_ACCOUNT;
type Fields = Record<string, unknown>;

const words = (length: number): string => 'x'.repeat(length);
const list = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));
const send = (type: string, part: unknown, more: Fields = {}): Fields => ({ ...TO, type, [type]: part, ...more });
const interactive = (type: string, action: Fields, around: Fields = {}): Fields => send('interactive', { type, body: { text: 'Look' }, action, ...around });

const reply = (id: string, title: string): Fields => ({ type: 'reply', reply: { id, title } });
const buttons = (around: Fields = {}, ...all: Fields[]): Fields => interactive('button', { buttons: all.length > 0 ? all : [reply('a', 'Yes')] }, around);
const row = (over: Fields = {}): Fields => ({ id: 'a', title: 'Bread', ...over });
const rows = (...all: Fields[]): Fields => interactive('list', { button: 'Pick', sections: [{ rows: all }] });
const item = { product_retailer_id: 'baguette' };
const products = (sections: Fields[], around: Fields = {}): Fields =>
  interactive('product_list', { catalog_id: catalogId, sections }, { header: { type: 'text', text: 'Bread' }, ...around });
const card = (index: number): Fields => ({ card_index: index, type: 'product', action: { ...item, catalog_id: catalogId } });
const carousel = (cards: Fields[], around: Fields = {}): Fields => interactive('carousel', { cards }, around);
const link = (over: Fields): Fields => interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Pay', url: 'https://a.example/', ...over } });
const named = (type: string, name: string, around: Fields): Fields => interactive(type, { name }, around);
const text = (value: string, name?: string): Fields => ({ type: 'text', ...(name === undefined ? {} : { parameter_name: name }), text: value });
const template = (name: string, ...components: Fields[]): Fields => send('template', { name, language: { code: 'en' }, components });
const person = { name: { formatted_name: 'Robin Miller', first_name: 'Robin' } };
const reminder = (first: string, ...more: Fields[]): Fields =>
  template(
    'pickup_reminder',
    { type: 'body', parameters: [text(first, 'first_name'), text('#14', 'order'), text('6 pm', 'time')] },
    { type: 'button', sub_type: 'url', index: '1', parameters: [text('14')] },
    ...more,
  );
const REMINDER_WORDS = 'Hello , your order #14 waits for you until 6 pm today.'.length;
const READY_WORDS = 'Hello , your order #14 is ready for you.'.length;

/** What, the limit, a send with so much of it, and Meta's code for one more. */
type Limit = [what: string, most: number, make: (size: number) => Fields, code: number];

const around = (type: string, make: (more: Fields) => Fields, parts: readonly ('header' | 'body' | 'footer')[]): Limit[] =>
  parts.map((part): Limit => {
    const most = part === 'body' ? 1024 : 60;
    return [`${type}: ${part}`, most, (size) => make({ [part]: { ...(part === 'header' ? { type: 'text' } : {}), text: words(size) } }), 131009];
  });

const LIMITS: Limit[] = [
  ['text: body', 4096, (size) => send('text', { body: words(size) }), 131009],
  ['own data', 512, (size) => send('text', { body: 'Hi' }, { biz_opaque_callback_data: words(size) }), 131009],
  [
    'contacts',
    257,
    (size) =>
      send(
        'contacts',
        list(size, () => person),
      ),
    131009,
  ],
  ['location: latitude', 90, (size) => send('location', { latitude: String(size), longitude: '0' }), 131009],
  ['location: longitude', 180, (size) => send('location', { latitude: '0', longitude: String(size) }), 131009],
  ['reaction: emoji', 1, (size) => send('reaction', { message_id: 'wamid.A', emoji: '👍'.repeat(size) }), 131009],
  ...around('buttons', (more) => buttons(more), ['header', 'body', 'footer']),
  ['buttons', 3, (size) => buttons({}, ...list(size, (index) => reply(`b${index}`, `Yes ${index}`))), 131009],
  ['button: id', 256, (size) => buttons({}, reply(words(size), 'Yes')), 131009],
  ['button: title', 20, (size) => buttons({}, reply('a', words(size))), 131009],
  ...around('list', (more) => interactive('list', { button: 'Pick', sections: [{ rows: [row()] }] }, more), ['header', 'body', 'footer']),
  ['list: button', 20, (size) => interactive('list', { button: words(size), sections: [{ rows: [row()] }] }), 131009],
  [
    'list: sections',
    10,
    (size) => interactive('list', { button: 'Pick', sections: list(size, (index) => ({ title: 'S', rows: [row({ id: String(index) })] })) }),
    131009,
  ],
  ['list: section title', 24, (size) => interactive('list', { button: 'Pick', sections: [{ title: words(size), rows: [row()] }] }), 131009],
  ['list: rows', 10, (size) => rows(...list(size, (index) => row({ id: String(index) }))), 131009],
  ['list: row id', 200, (size) => rows(row({ id: words(size) })), 131009],
  ['list: row title', 24, (size) => rows(row({ title: words(size) })), 131009],
  ['list: row description', 72, (size) => rows(row({ description: words(size) })), 131009],
  ...around('product', (more) => interactive('product', { ...item, catalog_id: catalogId }, more), ['body', 'footer']),
  ...around('product list', (more) => products([{ product_items: [item] }], more), ['header', 'body', 'footer']),
  ['product list: sections', 10, (size) => products(list(size, () => ({ title: 'S', product_items: [item] }))), 131009],
  ['product list: untitled sections', 1, (size) => products(list(size, () => ({ product_items: [item] }))), 131008],
  ['product list: section title', 24, (size) => products([{ title: words(size), product_items: [item] }]), 131009],
  [
    'product list: articles',
    30,
    (size) =>
      products([
        { title: 'A', product_items: [item] },
        { title: 'B', product_items: list(size - 1, () => item) },
      ]),
    131009,
  ],
  ...around('catalogue', (more) => named('catalog_message', 'catalog_message', more), ['body', 'footer']),
  ...around('carousel', (more) => carousel([card(0), card(1)], more), ['body']),
  ['carousel: cards', 10, (size) => carousel(list(size, (index) => card(index % 10))), 131009],
  ['carousel: card index', 9, (size) => carousel([card(0), card(size)]), 131009],
  ...around('link', (more) => interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Pay', url: 'https://a.example/' } }, more), [
    'header',
    'body',
    'footer',
  ]),
  ['link: words', 20, (size) => link({ display_text: words(size) }), 131009],
  ...around('location request', (more) => named('location_request_message', 'send_location', more), ['body']),
  ...around('contact request', (more) => named('request_contact_info', 'request_contact_info', more), ['body']),
  ['template: name', 512, (size) => template(words(size)), 131009],
  ['template: header', 60, (size) => template('delivery_today', header(size), { type: 'body', parameters: [text('Ana'), text('5')] }), 132005],
  ['template: body among others', 1024, (size) => reminder(words(size - REMINDER_WORDS)), 132005],
  ['template: body alone', 32_768, (size) => template('order_ready', { type: 'body', parameters: [text(words(size - READY_WORDS)), text('#14')] }), 132005],
  ['template: spaces in a row', 4, (size) => reminder(`A${' '.repeat(size)}B`), 132018],
  ['template: fields', 2, (size) => template('order_ready', { type: 'body', parameters: list(size, () => text('a')) }), 132000],
];

function header(size: number): Fields {
  return { type: 'header', parameters: [text(words(size - 'Order '.length))] };
}

const codeOf = async (shop: PracticeShop, body: Fields): Promise<number> => {
  const answer = (await (await shop.send(body)).json()) as Partial<GraphErrorBody>;
  return answer.error?.code ?? 200;
};

/** A template of the longest name is not there, which is another refusal than that of a name too long. */
const TAKEN: Readonly<Record<string, number>> = { 'template: name': 132001 };

test.each(LIMITS)('%s: %i is taken, one more refused', async (what, most, make, code) => {
  const shop = await openPracticeShop({ pace: 10_000 });
  expect([await codeOf(shop, make(most)), await codeOf(shop, make(most + 1))]).toEqual([TAKEN[what] ?? 200, code]);
});

test.each<[string, number, (size: number) => Fields, number]>([
  ['text: body', 1, (size) => send('text', { body: words(size) }), 131008],
  [
    'contacts',
    1,
    (size) =>
      send(
        'contacts',
        list(size, () => person),
      ),
    131009,
  ],
  ['buttons', 1, (size) => interactive('button', { buttons: list(size, () => reply('a', 'Yes')) }), 131009],
  ['list: sections', 1, (size) => interactive('list', { button: 'Pick', sections: list(size, () => ({ rows: [row()] })) }), 131009],
  ['list: rows', 1, (size) => interactive('list', { button: 'Pick', sections: [{ rows: list(size, () => row()) }] }), 131008],
  ['product list: sections', 1, (size) => products(list(size, () => ({ product_items: [item] }))), 131009],
  ['product list: articles', 1, (size) => products([{ product_items: list(size, () => item) }]), 131008],
  ['carousel: cards', 2, (size) => carousel(list(size, card)), 131009],
  ['carousel: card index', 0, (size) => carousel([card(1), card(size)]), 131009],
  ['parts of a contact’s name', 1, (size) => send('contacts', [{ name: { formatted_name: 'Robin', ...(size > 0 ? { first_name: 'Robin' } : {}) } }]), 131008],
  ['words of a template’s field', 1, (size) => template('order_ready', { type: 'body', parameters: [text(words(size)), text('#14')] }), 131008],
])('%s: %i is taken, one less refused', async (_, least, make, code) => {
  const shop = await openPracticeShop({ pace: 10_000 });
  expect([await codeOf(shop, make(least)), await codeOf(shop, make(least - 1))]).toEqual([200, code]);
});

test.each<[string, Fields, number]>([
  ['one button id twice', buttons({}, reply('a', 'Yes'), reply('a', 'No')), 131009],
  ['one button title twice', buttons({}, reply('a', 'Yes'), reply('b', 'Yes')), 131009],
  ['one row id twice', rows(row(), row({ title: 'Cake' })), 131009],
  [
    'a second section without a title',
    interactive('list', { button: 'Pick', sections: [{ title: 'A', rows: [row()] }, { rows: [row({ id: 'b' })] }] }),
    131008,
  ],
  ['one card index twice', carousel([card(0), card(0)]), 131009],
  ['a list of products without a header', interactive('product_list', { catalog_id: catalogId, sections: [{ product_items: [item] }] }), 131008],
  ['a header on a product', interactive('product', { ...item, catalog_id: catalogId }, { header: { type: 'text', text: 'Bread' } }), 100],
  ['a footer on a carousel', carousel([card(0), card(1)], { footer: { text: 'a' } }), 100],
  ['no body on the catalogue', interactive('catalog_message', { name: 'catalog_message' }, { body: undefined }), 131008],
  ['a quote on a reaction', send('reaction', { message_id: 'wamid.A', emoji: '👍' }, { context: { message_id: 'wamid.B' } }), 100],
  ['a tab in a template’s field', reminder('A\tB'), 132018],
  [
    'a button that the template has not',
    reminder('Ana', { type: 'button', sub_type: 'quick_reply', index: '2', parameters: [{ type: 'payload', payload: 'a' }] }),
    132012,
  ],
  [
    'no end for a template’s address',
    template('pickup_reminder', { type: 'body', parameters: [text('A', 'first_name'), text('B', 'order'), text('C', 'time')] }),
    131008,
  ],
  // Kinds of India and Brazil, flows, calls, and what stands on the net: real ones, which the practice shop says that it does not take.
  ['a carousel of media', carousel([{ ...card(0), type: 'cta_url' }, card(1)]), 131051],
  ...['flow', 'address_message', 'order_details', 'order_status', 'call_permission_request', 'voice_call'].map((kind): [string, Fields, number] => [
    `a message of the kind ${kind}`,
    interactive(kind, {}),
    131051,
  ]),
])('a send with %s is refused', async (_, body, code) => {
  expect(await codeOf(await openPracticeShop({ pace: 10_000 }), body)).toBe(code);
});
