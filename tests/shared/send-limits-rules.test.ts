import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARDS, PRODUCTS_LIMIT, SECTION_TITLE_LIMIT, SECTIONS_LIMIT } from '../../shared/domain/fit-products.ts';
import { BODY_LIMIT, PART_LIMIT } from '../../shared/domain/fit-text.ts';
import { isOneEmoji } from '../../shared/domain/is-one-emoji.ts';
import { BARE, BARE_TEMPLATE, CAPTIONED, refusedBy, type Sendable } from '../../shared/domain/send-limits.ts';
import type { Reason } from '../../shared/domain/reason.ts';

type Kind<K extends Sendable['kind']> = Extract<Sendable, { kind: K }>;
type Over<K extends Sendable['kind']> = Partial<Kind<K>>;

const media = (over: Over<'media'>): Sendable => ({ kind: 'media', media: 'image', voice: false, animated: false, caption: null, ...over });
const place = (latitude: string, longitude: string): Sendable => ({ kind: 'location', latitude, longitude, name: null, address: null, url: null });
const reaction = (emoji: string): Sendable => ({ kind: 'reaction', emoji, targetWamid: 'wamid.1' });
const buttons = (over: Over<'buttons'>): Sendable => ({ kind: 'buttons', ...BARE, body: 'Well?', buttons: [{ id: 'a', title: 'Yes' }], ...over });
const section = (count: number, title: string | null = null) => ({ title, retailerIds: Array.from({ length: count }, (_, index) => `sku-${index}`) });
const products = (form: Kind<'products'>['form'], over: Over<'products'> = {}): Sendable => ({
  kind: 'products',
  ...BARE,
  form,
  header: form === 'product-list' ? 'Bread' : null,
  body: 'Pick what you like',
  catalogId: '194836987003835',
  sections: [section(form === 'carousel' ? 2 : 1)],
  ...over,
});
const template = (over: Over<'template'>): Sendable => ({
  kind: 'template',
  ...BARE_TEMPLATE,
  name: 'order_ready',
  language: 'en_US',
  fields: ['Ana'],
  ...over,
});

describe('taken', () => {
  test.each<[string, Sendable]>([
    ['a picture without words', media({})],
    ['a picture with the longest caption', media({ caption: 'x'.repeat(BODY_LIMIT) })],
    ['a voice note', media({ media: 'audio', voice: true })],
    ['a place at the end of the world', place('-90', '180.0')],
    ['a reaction', reaction('👍🏽')],
    ['a reaction that is withdrawn', reaction('')],
    ['buttons with a heading and a footer', buttons({ header: 'x'.repeat(PART_LIMIT), footer: 'y'.repeat(PART_LIMIT) })],
    ['a contact request', { kind: 'contact-request', body: 'May we have your number?' }],
    ['a product without words', products('product', { body: '' })],
    ['a whole catalogue', products('catalogue', { catalogId: '', sections: [] })],
    ['a whole catalogue with a picture', products('catalogue', { footer: 'Fresh every day' })],
    ['a template with names', template({ names: ['first_name'] })],
    ['a template with a heading', template({ headerFields: ['#14'], headerNames: ['order'] })],
    ['a template with an address to fill', template({ buttonFields: [{ index: 0, type: 'url', text: '1042' }] })],
    ['a template with an article', template({ headerProduct: { catalogId: 'c', retailerId: 'a' } })],
  ])('%s', (_, content) => expect(refusedBy(content)).toBeNull());
});

describe('refused', () => {
  test.each<[string, Sendable, Reason]>([
    ['a caption too long', media({ caption: 'x'.repeat(BODY_LIMIT + 1) }), 'text-too-long'],
    ['a caption on a sticker', media({ media: 'sticker', caption: 'Hello' }), 'no-caption'],
    ['a caption on a voice note', media({ media: 'audio', voice: true, caption: 'Hello' }), 'no-caption'],
    ['a film as a voice note', media({ media: 'video', voice: true }), 'media-type'],
    ['two emoji', reaction('👍👍'), 'bad-emoji'],
    ['a word as a reaction', reaction('ok'), 'bad-emoji'],
    ['a place beyond the pole', place('90.1', '0'), 'bad-place'],
    ['a place in words', place('here', '0'), 'bad-place'],
    ['a place that is no number', place('NaN', '0'), 'bad-place'],
    ['a heading too long', buttons({ header: 'x'.repeat(PART_LIMIT + 1) }), 'heading-too-long'],
    ['an empty footer', buttons({ footer: ' ' }), 'heading-too-long'],
    ['a contact request without words', { kind: 'contact-request', body: ' ' }, 'empty-text'],
    ['a product with a heading', products('product', { header: 'Bread' }), 'bad-parameter'],
    ['a product of no catalogue', products('product', { catalogId: ' ' }), 'no-catalogue'],
    ['no product', products('product', { sections: [section(0)] }), 'too-few-products'],
    ['two products as one', products('product', { sections: [section(2)] }), 'too-many-products'],
    ['a product without an article number', products('product', { sections: [{ title: null, retailerIds: [' '] }] }), 'unknown-product'],
    ['a list without a heading', products('product-list', { header: null }), 'header-missing'],
    ['a list with a heading too long', products('product-list', { header: 'x'.repeat(PART_LIMIT + 1) }), 'heading-too-long'],
    ['a list without words', products('product-list', { body: '' }), 'empty-text'],
    ['a list with an empty section', products('product-list', { sections: [section(1, 'a'), section(0, 'b')] }), 'too-few-products'],
    ['a list without sections', products('product-list', { sections: [] }), 'too-few-products'],
    ['a list whose second section has no title', products('product-list', { sections: [section(1, 'a'), section(1)] }), 'title-missing'],
    ['a title too long', products('product-list', { sections: [section(1, 'x'.repeat(SECTION_TITLE_LIMIT + 1))] }), 'title-missing'],
    ['a catalogue without words', products('catalogue', { body: '' }), 'empty-text'],
    ['a catalogue with two pictures', products('catalogue', { sections: [section(2)] }), 'too-many-products'],
    ['one card', products('carousel', { sections: [section(1)] }), 'too-few-products'],
    ['cards with a footer', products('carousel', { footer: 'Fresh' }), 'bad-parameter'],
    ['a template with names for half of its fields', template({ fields: ['a', 'b'], names: ['a'] }), 'template-problem'],
    ['a template with one name twice', template({ fields: ['a', 'b'], names: ['a', 'a'] }), 'template-problem'],
    ['a template with an empty heading', template({ headerFields: [''] }), 'field-empty'],
    ['a template with two headings', template({ headerFields: ['a'], headerMedia: 'image' }), 'template-problem'],
    ['a template with a button twice', template({ buttonFields: [0, 0].map((index) => ({ index, type: 'url', text: 'a' })) }), 'template-problem'],
    ['a template with an eleventh button', template({ buttonFields: [{ index: 10, type: 'url', text: 'a' }] }), 'template-problem'],
    ['a template with a button that takes nothing', template({ buttonFields: [{ index: 0, type: 'phone_number', text: 'a' }] }), 'template-problem'],
  ])('%s', (_, content, reason) => expect(refusedBy(content)).toBe(reason));
});

test('a list is taken exactly where its sections, articles and titles are within the limits', () => {
  const sections = fc.array(fc.record({ count: fc.integer({ min: 0, max: 12 }), title: fc.option(fc.string({ unit: 'grapheme', maxLength: 30 })) }), {
    maxLength: 13,
  });
  fc.assert(
    fc.property(sections, (drawn) => {
      const given = drawn.map(({ count, title }) => section(count, title));
      const all = given.reduce((sum, { retailerIds }) => sum + retailerIds.length, 0);
      const titled = given.every(({ title }) => (title === null ? given.length === 1 : title.trim() !== '' && title.length <= SECTION_TITLE_LIMIT));
      const fits = all >= 1 && all <= PRODUCTS_LIMIT && given.length <= SECTIONS_LIMIT && given.every(({ retailerIds }) => retailerIds.length > 0) && titled;
      expect(refusedBy(products('product-list', { sections: given })) === null).toBe(fits);
    }),
    { numRuns: 500 },
  );
});

test('cards are taken from two to ten', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
      const fits = count >= CARDS.least && count <= CARDS.most;
      expect(refusedBy(products('carousel', { sections: [section(count)] })) === null).toBe(fits);
    }),
  );
});

test('captions go with the kinds that take them, up to the limit', () => {
  fc.assert(
    fc.property(fc.constantFrom('image', 'video', 'audio', 'document', 'sticker'), fc.integer({ min: 1, max: 1100 }), (kind, length) => {
      expect(refusedBy(media({ media: kind, caption: 'x'.repeat(length) })) === null).toBe(CAPTIONED.has(kind) && length <= BODY_LIMIT);
    }),
  );
});

test('a template is taken exactly where none of its fields is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Ana', ' ', '', '#14', '\n'), { maxLength: 8 }), (fields) => {
      expect(refusedBy(template({ fields })) === null).toBe(fields.every((field) => field.trim() !== ''));
    }),
  );
});

test('one emoji is one emoji, whatever it is built of, and two are two', () => {
  const emoji = fc.constantFrom('👍', '❤️', '❤', '🙏🏿', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '👩🏽‍🍳', '☕', '🥐', '🤷🏻‍♀️', '‼️');
  fc.assert(
    fc.property(emoji, emoji, fc.constantFrom('a', ' ', '1', '\u200d', 'ä'), (one, other, letter) => {
      expect([isOneEmoji(one), isOneEmoji(one + other), isOneEmoji(letter), isOneEmoji(one + letter), isOneEmoji(letter + one)]).toEqual([
        true,
        false,
        false,
        false,
        false,
      ]);
    }),
  );
});
