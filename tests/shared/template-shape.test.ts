import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNames, fillFields, readTemplate } from '../../shared/domain/template-shape.ts';

const UPDATE = [
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
  { type: 'BODY', text: 'Hi {{first_name}}, your order {{order}} is {{status}} now. Bye {{first_name}}.' },
  { type: 'FOOTER', text: 'Practice Bakery' },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Got it' },
      { type: 'URL', text: 'Track', url: 'https://shop.example/{{1}}' },
    ],
  },
];

test('a template is read with its fields in the order in which they are sent', () => {
  expect(readTemplate(UPDATE, 'UTILITY')).toEqual({
    header: 'text',
    headerText: 'Order {{1}}',
    body: 'Hi {{first_name}}, your order {{order}} is {{status}} now. Bye {{first_name}}.',
    footer: 'Practice Bakery',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Got it', url: null, field: false },
      { type: 'URL', text: 'Track', url: 'https://shop.example/{{1}}', field: true },
    ],
    headerFields: ['1'],
    fields: ['first_name', 'order', 'status'],
    canSend: true,
  });
  expect(fieldNames('{{10}} {{2}} {{1}}')).toEqual(['1', '2', '10']);
  expect(fillFields('Hi {{a}}, {{b}}', ['a', 'b'], ['Ana', ' '])).toBe('Hi Ana, {{b}}');
});

test('what this program cannot fill is read all the same, and not sent', () => {
  const body = { type: 'BODY', text: 'Code {{1}}' };
  const cannot = [
    readTemplate([body], 'AUTHENTICATION'),
    readTemplate([body, { type: 'CAROUSEL', cards: [] }], 'MARKETING'),
    readTemplate([body, { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Order' }] }], 'MARKETING'),
    readTemplate([{ type: 'HEADER', format: 'HOLOGRAM' }, body], 'UTILITY'),
    readTemplate([], 'UTILITY'),
  ];
  expect(cannot.map(({ canSend }) => canSend)).toEqual([false, false, false, false, false]);
});

test('whatever Meta lists, it is read without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (components, category) => {
      const shape = readTemplate(components, category);
      expect(shape.fields).toEqual([...new Set(shape.fields)]);
    }),
  );
});
