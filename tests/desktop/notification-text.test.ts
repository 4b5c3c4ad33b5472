import { describe, expect, test } from 'vitest';
import { burstText, escapeBody, messageText, nameOrder, notTakenText, orderText } from '../../electron/shell/notification-text.ts';
import type { ArrivalBrief } from '../../electron/shell/notification-text.ts';
import { createWords } from '../../electron/shell/words.ts';

const order = { number: 14, pieces: 3n, totals: [{ minor: 3140n, currency: 'EUR' }], unclear: 0, late: false, rehearsal: false };
const brief: ArrivalBrief = { customer: 'Sheena Nelson', text: null, type: 'order', order };

function wording(systemLocale = 'en-US') {
  const words = createWords(() => systemLocale);
  words.choose('system');
  return { i18n: words.i18n, locale: words.locale() };
}

describe('what a notification says', () => {
  test('of an order: number, customer, pieces, money', () => {
    expect(orderText(brief, order, 'real', wording())).toEqual({ title: 'New order #14 · Sheena Nelson', body: '3 items · €31.40' });
  });

  test('of an order with all that can be said of one', () => {
    const odd = { ...order, pieces: 1n, totals: [...order.totals, { minor: 500n, currency: 'JPY' }], unclear: 1, late: true, rehearsal: true, number: -2 };
    expect(orderText({ ...brief, customer: null }, odd, 'practice', wording())).toEqual({
      title: 'Test order 2 · A customer',
      body: '1 item · €31.40 · ¥500 · plus 1 unclear · came late · practice',
    });
  });

  test('money follows the region where its language is spoken', () => {
    expect(orderText(brief, order, 'real', wording('de-AT')).body).toMatch(/€\s31,40$/);
    expect(orderText(brief, order, 'real', wording('fr-FR')).body).toContain('€31.40');
  });

  test('of a message: its text on one line, without marks that turn it around, cut to length', () => {
    const text = `Do you\nhave \u202e this in\tgreen? ${'🌿'.repeat(200)}`;
    const { title, body } = messageText({ ...brief, text, type: 'text', order: null }, 'real', wording());
    expect(title).toBe('Sheena Nelson');
    expect(body).toMatch(/^Do you have this in green\? 🌿+…$/u);
    expect(body.length).toBeLessThanOrEqual(240);
  });

  test('of a message without text: what it is, also where we do not know', () => {
    expect(messageText({ ...brief, type: 'image' }, 'real', wording()).body).toBe('Photo');
    expect(messageText({ ...brief, type: 'hologram' }, 'real', wording()).body).toBe('New message');
    expect(messageText({ ...brief, type: 'image' }, 'practice', wording()).title).toBe('Sheena Nelson · practice');
  });

  test('of a rehearsal: its own count, which stands below zero', () => {
    const rehearsed = { orderId: 4, conversationId: null, number: -2, customer: 'Shopbell', late: false, rehearsal: true, state: 'declined' } as const;
    expect(nameOrder(rehearsed, wording().i18n)).toBe('Test 2 Shopbell');
    expect(notTakenText(rehearsed, wording()).title).toBe('Test order 2 was not taken');
  });

  test('of many', () => {
    expect(burstText('order', 7, wording()).title).toBe('7 new orders');
  });

  test('is no markup on Linux, and stays as it is elsewhere', () => {
    expect(escapeBody('<b>1 & 2</b>', 'linux')).toBe('&lt;b&gt;1 &amp; 2&lt;/b&gt;');
    expect(escapeBody('<b>1 & 2</b>', 'darwin')).toBe('<b>1 & 2</b>');
  });
});
