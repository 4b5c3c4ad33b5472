import { expect, test } from 'vitest';
import { BARE, BARE_TEMPLATE, isSendable, refusedBy, type Sendable } from '../../shared/domain/send-limits.ts';

const button = (id: string, title: string) => ({ id, title });
const two = [button('a', 'Yes'), button('b', 'No')];
const buttons = (over: Partial<Extract<Sendable, { kind: 'buttons' }>> = {}): Sendable => ({
  kind: 'buttons',
  ...BARE,
  body: 'Is that all right?',
  buttons: two,
  ...over,
});
const template = (over: Partial<Extract<Sendable, { kind: 'template' }>> = {}): Sendable => ({
  kind: 'template',
  ...BARE_TEMPLATE,
  name: 'order_ready',
  language: 'en_US',
  fields: ['Ana', '#14'],
  ...over,
});

test.each<[string, Sendable]>([
  ['the longest text, counted in characters', { kind: 'text', body: '🥐'.repeat(4096) }],
  ['the longest body above buttons', buttons({ body: 'x'.repeat(1024) })],
  ['the longest ids and titles', buttons({ buttons: [button('a'.repeat(256), 'A'.repeat(20)), button('b'.repeat(256), 'B'.repeat(20)), button('c', 'C')] })],
  ['the longest location request', { kind: 'location-request', body: 'x'.repeat(1024) }],
  ['a template without fields', template({ name: 'hello_world', language: 'fil', fields: [] })],
  ['a template', template()],
])('%s is taken', (_, content) => {
  expect(refusedBy(content)).toBeNull();
});

test.each<[string, Sendable, string]>([
  ['no text', { kind: 'text', body: ' \n' }, 'empty-text'],
  ['a text too long', { kind: 'text', body: 'x'.repeat(4097) }, 'text-too-long'],
  ['buttons without a text', buttons({ body: '' }), 'empty-text'],
  ['buttons with a text too long', buttons({ body: 'x'.repeat(1025) }), 'text-too-long'],
  ['no button', buttons({ buttons: [] }), 'bad-buttons'],
  ['four buttons', buttons({ buttons: [...two, button('c', 'C'), button('d', 'D')] }), 'bad-buttons'],
  ['two buttons of one id', buttons({ buttons: [button('a', 'Yes'), button('a', 'No')] }), 'bad-buttons'],
  ['two buttons of one title', buttons({ buttons: [button('a', 'Yes'), button('b', 'Yes')] }), 'bad-buttons'],
  ['a button without a title', buttons({ buttons: [button('a', ' ')] }), 'bad-buttons'],
  ['a button without an id', buttons({ buttons: [button('', 'Yes')] }), 'bad-buttons'],
  ['a title too long', buttons({ buttons: [button('a', 'x'.repeat(21))] }), 'bad-buttons'],
  ['an id too long', buttons({ buttons: [button('a'.repeat(257), 'Yes')] }), 'bad-buttons'],
  ['a location request without a text', { kind: 'location-request', body: '' }, 'empty-text'],
  ['a location request too long', { kind: 'location-request', body: 'x'.repeat(1025) }, 'text-too-long'],
  ['a template with an empty field', template({ fields: ['Ana', ' '] }), 'field-empty'],
  ['a template without a name', template({ name: '' }), 'template-problem'],
  ['a template with a name that Meta does not allow', template({ name: 'Order ready' }), 'template-problem'],
  ['a template without a language', template({ language: '' }), 'template-problem'],
])('%s is refused', (_, content, reason) => {
  expect(refusedBy(content)).toBe(reason);
});

test('what only customers send is nothing that the shop could send', () => {
  expect(isSendable({ kind: 'order' })).toBe(false);
  expect(isSendable({ kind: 'card' })).toBe(false);
  expect(isSendable(template())).toBe(true);
});
