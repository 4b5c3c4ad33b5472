import { describe, expect, test } from 'vitest';
import { dismissMessage } from '../../electron/commands/dismiss-message.ts';
import { sendAgain } from '../../electron/commands/send-again.ts';
import { listFailed } from '../../electron/queries/list-failed.ts';
import type { Outgoing } from '../../shared/contract/chats.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { T } from '../support/open-rooms.ts';
import { openSendingDesk as openDesk } from '../support/open-sending-desk.ts';

const DAY = 24 * 60 * 60 * 1000;
const CATALOGUE = '194836987003835';
const TEMPLATE: Extract<Outgoing, { kind: 'template' }> = {
  kind: 'template',
  name: 'order_update',
  language: 'en',
  headerFields: ['#14'],
  headerUploadId: null,
  fields: ['Ana', 'on its\n way'],
  buttonFields: [{ index: 1, text: '14' }],
};
const LIST: Extract<Outgoing, { kind: 'product-list' }> = {
  kind: 'product-list',
  catalogId: CATALOGUE,
  header: ' Our bread ',
  body: ' Pick what you like ',
  footer: '',
  sections: [
    { title: 'Loaves', retailerIds: ['a', 'b'] },
    { title: 'Rolls', retailerIds: ['c'] },
  ],
};

describe('what a person sends', () => {
  test('is stored as it will be shown, without the space around it, and parts left empty are none', () => {
    const { stored, inbound, chat } = openDesk();
    const question = inbound(chat, { wamid: 'wamid.q' });
    expect(stored({ kind: 'text', body: ' Yes.\n' }, { quoteMessageId: question })).toEqual({
      type: 'text',
      quote: 'wamid.q',
      content: { kind: 'text', body: 'Yes.' },
    });
    expect(stored({ kind: 'location', latitude: ' 52.5200', longitude: '13.405', name: 'Bakery', address: ' ' })).toEqual({
      type: 'location',
      quote: null,
      content: { kind: 'location', latitude: '52.5200', longitude: '13.405', name: 'Bakery', address: null, url: null },
    });
    expect(stored(LIST, { quoteMessageId: question })).toEqual({
      type: 'interactive',
      quote: 'wamid.q',
      content: {
        kind: 'products',
        form: 'product-list',
        header: 'Our bread',
        body: 'Pick what you like',
        footer: null,
        catalogId: CATALOGUE,
        sections: LIST.sections,
      },
    });
    expect(stored({ kind: 'product', catalogId: CATALOGUE, retailerId: 'a', body: '', footer: '' }).content).toMatchObject({
      form: 'product',
      sections: [{ title: null, retailerIds: ['a'] }],
    });
    expect(stored({ kind: 'contact-request', body: 'Your number?' })).toMatchObject({ type: 'interactive', content: { kind: 'contact-request' } });
    expect(stored({ kind: 'buttons', header: '', body: 'Well?', footer: ' Thanks ', buttons: ['Yes ', 'No'] }, { requestId: 'request-b' }).content).toEqual({
      kind: 'buttons',
      header: null,
      body: 'Well?',
      footer: 'Thanks',
      buttons: [
        { id: 'chat:request-b:1', title: 'Yes' },
        { id: 'chat:request-b:2', title: 'No' },
      ],
    });
  });

  test('shows the article of the catalogue that has it on a message with the whole catalogue', () => {
    const { stored, store } = openDesk();
    store.products.want('c-1', 'bread', T, T);
    expect(stored({ kind: 'catalogue', body: 'All of it', footer: '', thumbnail: 'bread' }).content).toMatchObject({ catalogId: 'c-1' });
    expect(stored({ kind: 'catalogue', body: 'All of it', footer: '', thumbnail: '' }).content).toMatchObject({ catalogId: '', sections: [] });
  });

  test('is one message however often the page asks, and a request of another chat is refused', () => {
    const { send, conversation, db } = openDesk();
    const first = send(LIST, { requestId: 'request-x' });
    expect(send({ kind: 'text', body: 'else' }, { requestId: 'request-x' })).toEqual(first);
    expect(send(LIST, { requestId: 'request-x', conversationId: conversation('2') })).toEqual({ ok: false, reason: 'wrong-state' });
    expect(db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(1);
  });

  test.each<[string, Outgoing, Reason]>([
    ['an empty text', { kind: 'text', body: ' ' }, 'empty-text'],
    ['a list without a heading', { ...LIST, header: ' ' }, 'header-missing'],
    ['one card', { kind: 'carousel', catalogId: CATALOGUE, body: 'New', retailerIds: ['a'] }, 'too-few-products'],
    ['a product of no catalogue', { kind: 'product', catalogId: '', retailerId: 'a', body: '', footer: '' }, 'no-catalogue'],
    ['four buttons', { kind: 'buttons', header: '', body: 'Well?', footer: '', buttons: ['a', 'b', 'c', 'd'] }, 'bad-buttons'],
    ['a place that is none', { kind: 'location', latitude: '91', longitude: '0', name: '', address: '' }, 'bad-place'],
    ['a template that is not there', TEMPLATE, 'template-missing'],
    ['a file that was not handed over', { kind: 'media', uploadId: 'u', as: 'image', caption: '' }, 'upload-lost'],
  ])('and Meta would refuse (%s) leaves nothing behind', (_, content, reason) => {
    const { send, db, news } = openDesk();
    expect(send(content)).toEqual({ ok: false, reason });
    expect([db.prepare('SELECT count(*) FROM messages').pluck().get(), news]).toEqual([0, []]);
  });

  test('goes outside the 24 hours as a template alone', () => {
    const { send, template, clock } = openDesk();
    template();
    clock.now += DAY;
    expect(send(LIST)).toEqual({ ok: false, reason: 'window-closed' });
    expect(send(TEMPLATE)).toMatchObject({ ok: true });
  });
});

describe('a template', () => {
  test('keeps its filled words for showing, and its fields without line breaks', () => {
    const { stored, template } = openDesk();
    template();
    expect(stored(TEMPLATE).content).toEqual({
      kind: 'template',
      name: 'order_update',
      language: 'en',
      header: 'Order #14',
      body: 'Hello Ana, it is on its way.',
      footer: 'The bakery',
      buttons: ['Thank you', 'Look'],
      fields: ['Ana', 'on its way'],
      names: [],
      headerFields: ['#14'],
      headerNames: [],
      headerMedia: null,
      headerProduct: null,
      buttonFields: [{ index: 1, type: 'url', text: '14' }],
    });
  });

  test('with named fields keeps their names, in the order of the text', () => {
    const { stored, template } = openDesk();
    template({ format: 'NAMED', components: JSON.stringify([{ type: 'BODY', text: 'Hello {{first_name}}, it is {{status}}.' }]) });
    expect(stored({ ...TEMPLATE, headerFields: [], buttonFields: [] }).content).toMatchObject({
      names: ['first_name', 'status'],
      body: 'Hello Ana, it is on its way.',
    });
  });

  test('with an article in its header takes the catalogue and the number', () => {
    const { stored, template } = openDesk();
    template({
      components: JSON.stringify([
        { type: 'HEADER', format: 'PRODUCT' },
        { type: 'BODY', text: 'New.' },
      ]),
    });
    expect(stored({ ...TEMPLATE, headerFields: [CATALOGUE, 'a'], fields: [], buttonFields: [] }).content).toMatchObject({
      headerFields: [],
      headerProduct: { catalogId: CATALOGUE, retailerId: 'a' },
    });
  });

  test.each<[string, object, Partial<typeof TEMPLATE>, Reason]>([
    ['that Meta has not approved', { status: 'PAUSED' }, {}, 'template-not-approved'],
    ['in another language', {}, { language: 'de' }, 'template-missing'],
    ['with a field too few', {}, { fields: ['Ana'] }, 'field-empty'],
    ['with an empty field', {}, { fields: ['Ana', ' '] }, 'field-empty'],
    ['with a field too many', {}, { fields: ['Ana', 'b', 'c'] }, 'template-problem'],
    ['without the end of its address', {}, { buttonFields: [] }, 'field-empty'],
    ['with a text for a button that is not there', {}, { buttonFields: [...TEMPLATE.buttonFields, { index: 5, text: 'a' }] }, 'template-problem'],
    ['that this program cannot fill', { components: '[{"type":"BODY","text":"a"},{"type":"CAROUSEL"}]' }, {}, 'not-supported'],
    [
      'whose picture is missing',
      { components: '[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"a"}]' },
      { headerFields: [], fields: [], buttonFields: [] },
      'field-empty',
    ],
  ])('%s is refused', (_, over, input, reason) => {
    const { send, template } = openDesk();
    template(over);
    expect(send({ ...TEMPLATE, ...input })).toEqual({ ok: false, reason });
  });
});

describe('what failed', () => {
  test('is listed newest first until it is sent again or put aside', () => {
    const { store, send, idOf, deps, news } = openDesk();
    const [one, two, three] = ['1', '2', '3'].map((body) => idOf(send({ kind: 'text', body })));
    for (const [id, status] of [
      [one, 'failed'],
      [two, 'unknown'],
    ] as const)
      store.messages.setStatus(id ?? 0, status, null);
    const listed = () => listFailed(store).failed.map(({ message, customer }) => [message.id, customer.phone]);
    expect(listed()).toEqual([
      [two, '+16505550111'],
      [one, '+16505550111'],
    ]);
    expect(dismissMessage(deps, three ?? 0)).toEqual({ ok: false, reason: 'wrong-state' });
    expect(dismissMessage(deps, 999)).toEqual({ ok: false, reason: 'not-found' });
    expect([dismissMessage(deps, two ?? 0), dismissMessage(deps, two ?? 0)]).toEqual([{ ok: true }, { ok: true }]);
    expect(store.messages.unknownCount()).toBe(0);
    expect(news.at(-1)).toEqual({ kind: 'connection' });
    expect(listed()).toEqual([[one, '+16505550111']]);
    sendAgain(deps, one ?? 0);
    expect(listFailed(store)).toEqual({ failed: [], more: false });
  });
});
