import { expect, test } from 'vitest';
import { chooseText, replyText } from '../../shared/domain/reply-text.ts';

const moment = { now: Date.parse('2026-11-23T11:00:00Z'), timeZone: 'Europe/Berlin' };
const order = { number: 14, totals: [{ minor: 2450n, currency: 'EUR' }], unclear: 0, promisedAt: Date.parse('2026-11-23T11:30:00Z') };

test('a ready text is filled from the customer and the order', () => {
  const facts = { name: 'Ana', shop: 'Bakery', address: 'Main street 1', order };
  const say = (text: string, language = 'de') => replyText(text, language, facts, moment);
  expect(say('Hallo {name}, #{number} über {total} ist um {time} fertig. Wir bringen es nach {address}. {shop}')).toBe(
    'Hallo Ana, #14 über 24,50\u00a0€ ist um 12:30 fertig. Wir bringen es nach Main street 1. Bakery',
  );
});

test('without an order, sentences that speak of it are left out', () => {
  const facts = { name: '', shop: 'Bakery', address: null, order: null };
  expect(replyText('Hello {name}! Your order #{number} comes to {total}. We are at Main street 1.', 'en', facts, moment)).toBe(
    'Hello! We are at Main street 1.',
  );
});

test('a customer gets the text of their language, else English, else what there is', () => {
  const texts = { de: 'Ja', en: 'Yes', tr: ' ' };
  expect([chooseText(texts, 'de')?.text, chooseText(texts, 'tr')?.text, chooseText({ fr: 'Oui' }, 'en')?.text, chooseText({ en: '' }, 'en')]).toEqual([
    'Ja',
    'Yes',
    'Oui',
    null,
  ]);
});
