import { describe, expect, test } from 'vitest';
import { showFixture } from '../support/show-fixture.ts';

const answer = (of: string, title: string, fields: object[] = [], description: string | null = null) => ({ kind: 'answer', of, title, description, fields });

describe('an answer', () => {
  test.each([
    ['button-reply', answer('button', 'Yes, please')],
    ['list-reply', answer('list', 'Saturday', [], '9 to 12 o’clock')],
    [
      'flow-reply',
      answer('flow', 'Sent', [
        { name: 'size', value: 'M' },
        { name: 'colours', value: '["red","blue"]' },
        { name: 'pieces', value: '2' },
      ]),
    ],
    ['flow-reply-not-an-object', answer('flow', 'Sent', [{ name: '', value: '["red","blue"]' }])],
    [
      'address-reply',
      answer('address', 'Ana Ruiz, 2 Elm Street', [
        { name: 'saved_address_id', value: 'a1' },
        { name: 'name', value: 'Ana Ruiz' },
        { name: 'in_pin_code', value: '400063' },
        { name: 'city', value: 'Mumbai' },
      ]),
    ],
    [
      'call-permission',
      answer('call-permission', 'accept', [
        { name: 'is_permanent', value: 'false' },
        { name: 'expiration_timestamp', value: '1750604800' },
        { name: 'response_source', value: 'user_action' },
      ]),
    ],
    ['template-button', answer('template-button', 'Not now')],
    ['template-button-null-payload', answer('template-button', 'Not now')],
  ])('%s', async (name, content) => {
    const { shown, log } = await showFixture(name);
    expect(shown.map((message) => message.content)).toEqual([content]);
    expect(log).toEqual({ shape: 'cloud', outcome: 'applied', reason: null });
  });

  test('quotes what it answers, also where that is not known here', async () => {
    expect((await showFixture('button-reply')).shown[0]?.quoted).toEqual({ messageId: null, text: null, type: null, mine: false });
    expect((await showFixture('template-button-null-payload')).shown[0]?.quoted).toBeNull();
  });

  test('without its object is a card, and Meta’s error beside it is told', async () => {
    const { shown, log } = await showFixture('interactive-without-object');
    expect(shown).toMatchObject([{ type: 'interactive', content: { kind: 'card', type: 'interactive' } }]);
    expect(log).toEqual({ shape: 'cloud', outcome: 'partly', reason: 'Meta reports error 131000: Something went wrong' });
  });
});

describe('an order', () => {
  test('counts pieces and money', async () => {
    const { shown, store } = await showFixture('order');
    expect(shown).toMatchObject([{ content: { kind: 'order', number: 1, totals: [{ currency: 'USD', minor: 8550n }], unclear: 0, pieces: 3n } }]);
    expect(store.orders.get(1)?.note).toBe('Love these!');
  });

  test('without a note', async () => {
    const { shown, store } = await showFixture('order-without-text');
    expect(shown).toMatchObject([{ content: { kind: 'order', totals: [{ currency: 'BRL', minor: 299890n }], unclear: 0, pieces: 2n } }]);
    expect(store.orders.get(1)?.note).toBeNull();
  });

  test('in a group is none: nothing can be ordered there', async () => {
    const { shown, db } = await showFixture('order-in-group');
    expect(shown).toMatchObject([{ inGroup: true, content: { kind: 'card', type: 'order', facts: [{ fact: 'answer', value: 'For us all' }] } }]);
    expect(db.prepare('SELECT count(*) AS n FROM orders').get()).toEqual({ n: 0 });
  });
});

describe('a product question', () => {
  test('names the article and quotes nothing', async () => {
    const { shown } = await showFixture('question');
    expect(shown).toMatchObject([{ quoted: null, content: { kind: 'text', body: 'Is this still available?' }, product: { retailerId: 'di9ozbzfi4' } }]);
  });

  test('can come by a button, its catalogue as a number', async () => {
    const { shown, db } = await showFixture('question-on-button');
    expect(shown).toMatchObject([{ quoted: null, content: { kind: 'answer', title: 'Tell me more' }, product: { retailerId: 'di9ozbzfi4' } }]);
    expect(db.prepare('SELECT catalog_id FROM messages').all()).toEqual([{ catalog_id: '194836987003835' }]);
  });
});

describe('a payment', () => {
  test.each([
    ['payment-captured', 'cloud', { status: 'captured', referenceId: 'order-7781', amountMinor: 21000, currency: 'INR', method: 'upi' }],
    ['payment-old', 'onprem', { status: 'pending', referenceId: 'order-7782', amountMinor: null, currency: null, method: null }],
  ])('%s stands in the payer’s chat', async (name, shape, content) => {
    const { shown, log } = await showFixture(name);
    expect(shown).toMatchObject([{ direction: 'in', type: 'payment', content: { kind: 'payment', ...content } }]);
    expect(log).toEqual({ shape, outcome: 'applied', reason: null });
  });
});
