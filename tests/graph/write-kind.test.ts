import { expect, test } from 'vitest';
import { writeKind, type UploadedFile } from '../../electron/graph/write-kind.ts';
import { BARE, BARE_TEMPLATE, refusedBy, type Sendable } from '../../shared/domain/send-limits.ts';

const FILE: UploadedFile = { mediaId: '1013859600285441', filename: null };
const NONE: UploadedFile = { mediaId: null, filename: null };
const media = (over: Partial<Extract<Sendable, { kind: 'media' }>>): Sendable => ({
  kind: 'media',
  media: 'image',
  voice: false,
  animated: false,
  caption: null,
  ...over,
});
const products = { kind: 'products', ...BARE, body: 'Pick what you like', catalogId: '194836987003835' } as const;
const template = { kind: 'template', ...BARE_TEMPLATE, name: 'order_update', language: 'en_US', fields: [] as string[] } as const;

test.each<[string, Sendable, UploadedFile, object]>([
  ['a text', { kind: 'text', body: 'https://example.com' }, NONE, { type: 'text', text: { body: 'https://example.com', preview_url: true } }],
  ['a picture', media({ caption: 'Fresh' }), FILE, { type: 'image', image: { id: '1013859600285441', caption: 'Fresh' } }],
  ['a film', media({ media: 'video' }), FILE, { type: 'video', video: { id: '1013859600285441' } }],
  [
    'a document',
    media({ media: 'document', caption: 'The bill' }),
    { ...FILE, filename: 'bill.pdf' },
    { type: 'document', document: { id: '1013859600285441', caption: 'The bill', filename: 'bill.pdf' } },
  ],
  ['a sound', media({ media: 'audio' }), { ...FILE, filename: 'a.mp3' }, { type: 'audio', audio: { id: '1013859600285441' } }],
  ['a voice note', media({ media: 'audio', voice: true }), FILE, { type: 'audio', audio: { id: '1013859600285441', voice: true } }],
  ['a sticker', media({ media: 'sticker', animated: true }), FILE, { type: 'sticker', sticker: { id: '1013859600285441' } }],
  ['a reaction', { kind: 'reaction', emoji: '👍', targetWamid: 'wamid.A' }, NONE, { type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '👍' } }],
  ['one withdrawn', { kind: 'reaction', emoji: '', targetWamid: 'wamid.A' }, NONE, { type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '' } }],
  [
    'a place',
    { kind: 'location', latitude: '52.5200', longitude: '-13.4050', name: 'The bakery', address: 'Main street 1', url: null },
    NONE,
    { type: 'location', location: { latitude: '52.5200', longitude: '-13.4050', name: 'The bakery', address: 'Main street 1' } },
  ],
  [
    'a place without a name',
    { kind: 'location', latitude: '1', longitude: '2', name: null, address: null, url: null },
    NONE,
    { type: 'location', location: { latitude: '1', longitude: '2' } },
  ],
  [
    'a location request',
    { kind: 'location-request', body: 'Where to?' },
    NONE,
    { type: 'interactive', interactive: { type: 'location_request_message', body: { text: 'Where to?' }, action: { name: 'send_location' } } },
  ],
  [
    'a contact request',
    { kind: 'contact-request', body: 'May we call you?' },
    NONE,
    { type: 'interactive', interactive: { type: 'request_contact_info', body: { text: 'May we call you?' }, action: { name: 'request_contact_info' } } },
  ],
  [
    'buttons',
    { kind: 'buttons', header: 'Your order', body: 'Pick-up?', footer: 'Thank you', buttons: [{ id: 'a', title: 'Yes' }] },
    NONE,
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: 'Your order' },
        body: { text: 'Pick-up?' },
        footer: { text: 'Thank you' },
        action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'Yes' } }] },
      },
    },
  ],
  [
    'a product',
    { ...products, form: 'product', body: '', footer: 'Till six', sections: [{ title: null, retailerIds: ['SKU-1'] }] },
    NONE,
    {
      type: 'interactive',
      interactive: { type: 'product', footer: { text: 'Till six' }, action: { catalog_id: '194836987003835', product_retailer_id: 'SKU-1' } },
    },
  ],
  [
    'a list of products',
    {
      ...products,
      form: 'product-list',
      header: 'Our bread',
      sections: [
        { title: 'Loaves', retailerIds: ['SKU-1', 'SKU-2'] },
        { title: 'Rolls', retailerIds: ['SKU-3'] },
      ],
    },
    NONE,
    {
      type: 'interactive',
      interactive: {
        type: 'product_list',
        header: { type: 'text', text: 'Our bread' },
        body: { text: 'Pick what you like' },
        action: {
          catalog_id: '194836987003835',
          sections: [
            { title: 'Loaves', product_items: [{ product_retailer_id: 'SKU-1' }, { product_retailer_id: 'SKU-2' }] },
            { title: 'Rolls', product_items: [{ product_retailer_id: 'SKU-3' }] },
          ],
        },
      },
    },
  ],
  [
    'the whole catalogue',
    { ...products, form: 'catalogue', sections: [] },
    NONE,
    { type: 'interactive', interactive: { type: 'catalog_message', body: { text: 'Pick what you like' }, action: { name: 'catalog_message' } } },
  ],
  [
    'the whole catalogue with a picture',
    { ...products, form: 'catalogue', footer: 'Till six', sections: [{ title: null, retailerIds: ['SKU-1'] }] },
    NONE,
    {
      type: 'interactive',
      interactive: {
        type: 'catalog_message',
        body: { text: 'Pick what you like' },
        footer: { text: 'Till six' },
        action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'SKU-1' } },
      },
    },
  ],
  [
    'cards of products',
    { ...products, form: 'carousel', sections: [{ title: null, retailerIds: ['SKU-1', 'SKU-2'] }] },
    NONE,
    {
      type: 'interactive',
      interactive: {
        type: 'carousel',
        body: { text: 'Pick what you like' },
        action: {
          cards: ['SKU-1', 'SKU-2'].map((product_retailer_id, card_index) => ({
            card_index,
            type: 'product',
            action: { product_retailer_id, catalog_id: '194836987003835' },
          })),
        },
      },
    },
  ],
  ['a template without fields', template, NONE, { type: 'template', template: { name: 'order_update', language: { code: 'en_US' } } }],
  [
    'a template with names and buttons',
    {
      ...template,
      headerFields: ['#1042'],
      headerNames: ['order'],
      fields: ['Ana', 'on its\nway '],
      names: ['first_name', 'status'],
      buttonFields: [
        { index: 0, type: 'url', text: '1042' },
        { index: 1, type: 'quick_reply', text: 'ORDER_1042_OK' },
      ],
    },
    NONE,
    {
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'text', parameter_name: 'order', text: '#1042' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'first_name', text: 'Ana' },
              { type: 'text', parameter_name: 'status', text: 'on its way' },
            ],
          },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '1042' }] },
          { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'ORDER_1042_OK' }] },
        ],
      },
    },
  ],
  [
    'a template with a picture',
    { ...template, headerMedia: 'image' },
    FILE,
    {
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en_US' },
        components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '1013859600285441' } }] }],
      },
    },
  ],
  [
    'a template with a document',
    { ...template, headerMedia: 'document' },
    { ...FILE, filename: 'bill.pdf' },
    {
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en_US' },
        components: [{ type: 'header', parameters: [{ type: 'document', document: { id: '1013859600285441', filename: 'bill.pdf' } }] }],
      },
    },
  ],
  [
    'a template with an article',
    { ...template, headerProduct: { catalogId: 'C', retailerId: 'SKU-1' } },
    NONE,
    {
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en_US' },
        components: [{ type: 'header', parameters: [{ type: 'product', product: { product_retailer_id: 'SKU-1', catalog_id: 'C' } }] }],
      },
    },
  ],
])('%s goes out as Meta documents it', (_, content, file, written) => {
  expect(refusedBy(content)).toBeNull();
  expect(writeKind(content, file)).toStrictEqual(written);
});

test('a file that was not uploaded is not sent', () => {
  expect(() => writeKind(media({}), NONE)).toThrow('not uploaded');
  expect(() => writeKind({ ...template, headerMedia: 'image' }, NONE)).toThrow('not uploaded');
});
