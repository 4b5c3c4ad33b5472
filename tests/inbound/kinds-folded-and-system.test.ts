import { describe, expect, test } from 'vitest';
import { showFixture, WRITTEN } from '../support/show-fixture.ts';

const APPLIED = { shape: 'cloud', outcome: 'applied', reason: null };
const BEFORE = WRITTEN - 10_000;

describe('what stands at another message', () => {
  test.each([
    ['reaction', [{ emoji: '❤️', by: 'customer', at: WRITTEN }]],
    ['reaction-misspelt', [{ emoji: '👍', by: 'customer', at: WRITTEN }]],
    ['reaction-removed-empty', []],
    ['reaction-removed-missing', []],
  ])('%s', async (name, reactions) => {
    const { shown, log } = await showFixture(name);
    expect(shown).toMatchObject([{ type: 'text', content: { body: 'Two loaves please' }, reactions, edits: [], deleted: false }]);
    expect(log).toEqual(APPLIED);
  });

  test('an edited text says the new words, and the old ones can be seen', async () => {
    const { shown, log } = await showFixture('edit-text');
    expect(shown).toMatchObject([{ content: { kind: 'text', body: 'Three loaves please' }, edits: [{ at: BEFORE, text: 'Two loaves please' }] }]);
    expect(log).toEqual(APPLIED);
  });

  test('an edited caption leaves the file as it is', async () => {
    const { shown } = await showFixture('edit-caption');
    expect(shown).toMatchObject([
      { content: { kind: 'media', caption: 'Updated image caption', media: { media: 'image' } }, edits: [{ at: BEFORE, text: 'First caption' }] },
    ]);
  });

  test.each([
    ['revoke', 'cloud'],
    ['deleted-status', 'onprem'],
  ])('%s marks the message as deleted', async (name, shape) => {
    const { shown, log } = await showFixture(name);
    expect(shown).toMatchObject([{ type: 'text', content: { body: 'Two loaves please' }, deleted: true }]);
    expect(log).toEqual({ ...APPLIED, shape });
  });
});

describe('what WhatsApp tells of the customer', () => {
  test.each([
    ['system-number', { change: 'number', from: '16505550111', to: '16505550119', body: 'User Sheena Nelson changed from 16505550111 to 16505550119' }],
    ['system-number-old', { change: 'number', from: '16505550111', to: '16505550119', body: 'Sheena Nelson changed from 16505550111 to 16505550119' }],
    ['system-user-id', { change: 'user-id', from: 'US.1010', to: 'US.1349', body: 'User Sheena Nelson changed from US.1010 to US.1349' }],
    ['system-identity', { change: 'identity', from: null, to: null, body: 'The security code of Sheena Nelson changed' }],
  ])('%s opens no window', async (name, content) => {
    const { shown, log, store } = await showFixture(name);
    expect(shown.map((message) => message.content)).toEqual([{ kind: 'system', ...content }]);
    expect(log).toEqual(APPLIED);
    expect(store.conversations.get(1)?.last_inbound_at).toBeNull();
  });

  test.each([
    ['system-number', 'wa_id', '16505550111', '16505550119'],
    ['system-user-id', 'user_id', 'US.1010', 'US.1349'],
    ['user-id-update', 'user_id', 'US.1349', 'US.9876'],
  ] as const)('%s: the old and the new are one customer', async (name, kind, before, after) => {
    const { store, db } = await showFixture(name);
    const { id } = store.customers.resolve([{ kind, value: before }], WRITTEN);
    expect(store.customers.resolve([{ kind, value: after }], WRITTEN).id).toBe(id);
    expect(db.prepare('SELECT count(*) AS n FROM customers').get()).toEqual({ n: 1 });
  });
});

describe('what WhatsApp cannot pass on', () => {
  test.each([
    ['unsupported-131051', { code: 131051, what: 'poll_update' }],
    ['unsupported-131060', { code: 131060, what: 'errors' }],
    ['unknown-old-name', { code: 131051, what: null }],
    ['unsupported-without-object', { code: 131060, what: null }],
  ])('%s', async (name, content) => {
    const { shown, log, news } = await showFixture(name);
    expect(shown.map((message) => message.content)).toEqual([{ kind: 'unsupported', ...content }]);
    expect(log).toEqual(APPLIED);
    expect(news).toContainEqual(expect.objectContaining({ kind: 'arrived', what: 'message' }));
  });

  test('a first look at the chat is a welcome', async () => {
    expect((await showFixture('request-welcome')).shown).toMatchObject([{ content: { kind: 'welcome' } }]);
  });

  test('a disappearing message is a card that names its type', async () => {
    const { shown, log } = await showFixture('ephemeral');
    expect(shown.map((message) => message.content)).toEqual([{ kind: 'card', type: 'ephemeral', facts: [] }]);
    expect(log).toEqual({ ...APPLIED, shape: 'onprem' });
  });

  test('a type of tomorrow is a card with what is known of it, and the log names it', async () => {
    const { shown, log } = await showFixture('brand-new-type');
    expect(shown).toMatchObject([{ type: 'hologram', content: { kind: 'card', type: 'hologram' } }]);
    expect(shown[0]?.content).toMatchObject({
      facts: [
        { fact: 'title', value: 'A dancing loaf' },
        { fact: 'description', value: 'Turns round' },
      ],
    });
    expect(log).toEqual({ shape: 'cloud', outcome: 'partly', reason: 'type hologram' });
  });
});
