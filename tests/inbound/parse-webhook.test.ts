import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../../electron/inbound/parse-webhook.ts';
import { printPromise } from '../support/print-promise.ts';
import { envelope, orderMessage, textMessage, tick } from '../support/post-webhook.ts';

const parse = (body: unknown) => parseWebhook(typeof body === 'string' ? body : JSON.stringify(body));

function orderOf(items: string) {
  const body = JSON.stringify(envelope({ messages: [orderMessage({ order: { catalog_id: '1', product_items: '@' } })] })).replace('"@"', items);
  const [event] = parse(body).events;
  return event?.kind === 'message' && event.content.kind === 'order' ? event.content.order : null;
}

describe('an order', () => {
  test('prices are read from the JSON number’s own digits', () => {
    const lines = orderOf(
      '[{"product_retailer_id":"a","quantity":1,"item_price":7.10,"currency":"EUR"},{"product_retailer_id":"b","quantity":3,"item_price":1500,"currency":"JPY"},{"product_retailer_id":"c","quantity":1,"item_price":1.250,"currency":"kwd"},{"product_retailer_id":"d","quantity":1,"item_price":90071992547409.91,"currency":"USD"}]',
    )?.lines;
    expect(lines?.map(({ unitMinor, unitRaw, currency }) => [unitMinor, unitRaw, currency])).toEqual([
      [710, '7.10', 'EUR'],
      [1500, '1500', 'JPY'],
      [1250, '1.250', 'KWD'],
      [9007199254740991, '90071992547409.91', 'USD'],
    ]);
  });

  test('absurd quantities and prices are kept as they stood, and counted as unclear', () => {
    const lines = orderOf(
      '[{"product_retailer_id":"a","quantity":2.5,"item_price":7.999,"currency":"EUR"},{"product_retailer_id":"b","quantity":"many","item_price":"free"},{"product_retailer_id":9007199254740993,"quantity":1e400,"item_price":null,"currency":"EUR"},{}]',
    )?.lines;
    expect(lines).toEqual([
      { retailerId: 'a', quantity: null, quantityRaw: '2.5', unitMinor: null, currency: 'EUR', unitRaw: '7.999' },
      { retailerId: 'b', quantity: null, quantityRaw: 'many', unitMinor: null, currency: null, unitRaw: 'free' },
      { retailerId: '9007199254740993', quantity: null, quantityRaw: '1e400', unitMinor: null, currency: 'EUR', unitRaw: 'null' },
      { retailerId: '', quantity: null, quantityRaw: '', unitMinor: null, currency: null, unitRaw: '' },
    ]);
  });

  test('no items, no note and an empty note are orders too', () => {
    expect(orderOf('[]')).toEqual({ catalogId: '1', note: null, lines: [] });
    const [event] = parse(envelope({ messages: [orderMessage({ order: { text: '' } })] })).events;
    expect(event).toMatchObject({ content: { kind: 'order', order: { catalogId: '', note: null, lines: [] } } });
  });

  test('an order without its object is a card, and no order', () => {
    const [event] = parse(envelope({ messages: [{ ...orderMessage(), order: undefined }] })).events;
    expect(event).toMatchObject({ type: 'order', content: { kind: 'card', type: 'order' } });
  });
});

describe('a sender', () => {
  const senderOf = (message: object, contacts: object[] = []) => {
    const [event] = parse(envelope({ messages: [message], contacts })).events;
    return event?.kind === 'message' ? { aliases: event.aliases, name: event.name, username: event.username } : null;
  };

  test('is known by number, business-scoped id and parent id, from the message and its contact', () => {
    const contact = { wa_id: '16505550111', user_id: 'US.1', parent_user_id: 'US.ENT.1', profile: { name: 'Sheena', username: '@sheena' } };
    expect(senderOf(textMessage({ from: '+1 650 555 0111', from_user_id: 'US.1' }), [contact])).toEqual({
      aliases: [
        { kind: 'wa_id', value: '16505550111' },
        { kind: 'user_id', value: 'US.1' },
        { kind: 'parent_user_id', value: 'US.ENT.1' },
      ],
      name: 'Sheena',
      username: 'sheena',
    });
  });

  test('may hide the number, have no contact, or a contact with a number alone', () => {
    expect(senderOf(textMessage({ from: undefined, from_user_id: 'US.1' }))).toEqual({
      aliases: [{ kind: 'user_id', value: 'US.1' }],
      name: null,
      username: null,
    });
    expect(senderOf(textMessage(), [{ wa_id: '16505550111' }])).toMatchObject({ aliases: [{ value: '16505550111' }], name: null });
  });

  test('is not mixed up with another contact of the same body', () => {
    const contacts = [
      { wa_id: '2', profile: { name: 'Two' } },
      { wa_id: '1', profile: { name: 'One' } },
    ];
    const { events } = parse(envelope({ messages: [textMessage({ from: '1' }), textMessage({ from: '2' }), textMessage({ from: '3' })], contacts }));
    expect(events.map((event) => (event.kind === 'message' ? event.name : null))).toEqual(['One', 'Two', null]);
  });

  test('ids beyond 2^53 keep their digits', () => {
    const body = JSON.stringify(envelope({ messages: [textMessage({ from: '@' })] })).replace('"@"', '12345678901234567890');
    expect(parse(body).events[0]).toMatchObject({ aliases: [{ value: '12345678901234567890' }] });
  });
});

describe('a pressed button', () => {
  test.each([
    [
      'a reply button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'shopbell:t:accept', title: 'Yes' } } },
      'shopbell:t:accept',
    ],
    ['a reply button of an unnamed kind', { type: 'interactive', interactive: { button_reply: { id: 'a', title: 'Yes' } } }, 'a'],
    ['a list’s row', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'b', title: 'Pick-up' } } }, 'b'],
    ['a template’s quick reply', { type: 'button', button: { text: 'Yes', payload: 'c' } }, 'c'],
    ['a quick reply without a payload', { type: 'button', button: { text: 'Yes', payload: null } }, null],
    ['an answered form', { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{}' } } }, null],
    ['an empty answer', { type: 'interactive' }, null],
    ['a text', { text: { body: 'shopbell:t:accept' } }, null],
  ])('%s', (_, message, buttonId) => {
    expect(parse(envelope({ messages: [textMessage(message)] })).events).toMatchObject([{ kind: 'message', buttonId }]);
  });
});

describe('every other type', () => {
  test.each([
    [{ type: 'text' }, []],
    [{ type: 'location', location: {} }, []],
    [{ type: 'interactive' }, []],
    [{ type: 'hologram', hologram: { title: 'Hi' } }, [['title', 'Hi']]],
  ])('%o is a card that says what is known', (message, facts) => {
    const { events } = parse(envelope({ messages: [{ from: '16505550111', id: 'w', timestamp: '1750000000', ...message }] }));
    expect(events[0]).toMatchObject({ kind: 'message', content: { kind: 'card', type: message.type, facts: facts.map(([fact, value]) => ({ fact, value })) } });
  });

  test('a changed number and a rotated id join the customer’s names', () => {
    const system = { from: '16505550111', id: 'w', timestamp: '1', type: 'system', system: { type: 'user_changed_number', wa_id: '12195555358' } };
    expect(parse(envelope({ messages: [system] })).events[1]).toEqual({
      kind: 'aliases',
      at: 1000,
      aliases: [
        { kind: 'wa_id', value: '16505550111' },
        { kind: 'wa_id', value: '12195555358' },
      ],
    });
  });
});

describe('whatever comes', () => {
  test('a body in which nothing is known counts as not read', () => {
    for (const body of [{ object: 'whatsapp_business_account', entry: [] }, envelope({ holograms: [{}] }), { messages: [] }]) {
      expect(parse(body)).toMatchObject({ events: [], problems: ['nothing known in it'] });
    }
  });

  const genuine = JSON.stringify(
    envelope({
      contacts: [{ wa_id: '16505550111', profile: { name: 'Ana' } }],
      messages: [textMessage(), orderMessage()],
      statuses: [tick('w1', 'sent'), tick('w2', 'failed', { errors: [{ code: 131026 }] })],
    }),
  );

  test('no mutation of a genuine body makes it throw, and nothing is dropped without a word', () => {
    const mutation = fc.record({
      at: fc.nat(genuine.length - 1),
      length: fc.nat(12),
      text: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('null', '[]', '{}', '""', '1e999', '-1', '[[', '}}', '\\u0000')),
    });
    let silent = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const body = mutations.reduce((text, { at, length, text: piece }) => text.slice(0, at) + piece + text.slice(at + length), genuine);
        const parsed = parseWebhook(body);
        const named = parsed.events.length + parsed.problems.length + parsed.silent;
        if (named === 0) silent += 1;
        expect(named).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
    printPromise(3, `3000 bodies changed at random, ${silent} dropped without a word`);
  });

  test('any JSON at all is read or named', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const wrapped = [
          value,
          { object: 'whatsapp_business_account', entry: value },
          envelope({ messages: value as object[], statuses: value as object[], contacts: value as object[] }),
          { messages: value, statuses: value },
        ];
        for (const one of wrapped) parse(one);
      }),
      { numRuns: 1000 },
    );
  });

  test('absurd depth is no end of the program', () => {
    const deep = `${'{"messages":['.repeat(200_000)}"item_price"`;
    expect(parseWebhook(deep)).toMatchObject({ shape: 'none' });
    expect(parseWebhook(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toMatchObject({ shape: 'none' });
    const nested = `{"object":"whatsapp_business_account","entry":[],"item_price":${'['.repeat(100_000)}1.50${']'.repeat(100_000)}}`;
    expect(parseWebhook(nested)).toMatchObject({ shape: 'cloud' });
  });
});
