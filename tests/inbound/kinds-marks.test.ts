import { describe, expect, test } from 'vitest';
import { openRooms, T } from '../support/open-rooms.ts';
import { showFixture, WRITTEN } from '../support/show-fixture.ts';

const APPLIED = { shape: 'cloud', outcome: 'applied', reason: null };
const PLAIN = { direction: 'in', type: 'text', forwarded: 'no', inGroup: false, referral: null, quoted: null, status: null, sentAt: WRITTEN };

describe('a text', () => {
  const REFERRAL = { headline: 'Rye on Saturday', body: 'Fresh at eight', sourceUrl: 'https://fb.me/rose', sourceId: '1200', mediaType: 'image' };
  test.each([
    ['type-missing', 'Typeless', {}],
    ['forwarded', 'Have you seen this?', { forwarded: 'yes' }],
    ['forwarded-often', 'Everybody has seen this', { forwarded: 'often' }],
    ['referral-ad', 'I saw your advert', { referral: { ...REFERRAL, sourceType: 'ad' } }],
    ['group-text', 'Hi all', { inGroup: true }],
    ['no-contacts', 'Nobody stands beside', {}],
    ['contacts-with-wa-id-only', 'Only a number stands beside', {}],
    ['timestamp-number', 'A number for a time', {}],
    ['from-user-id-only', 'No number here', {}],
    ['two-changes-two-fields', 'Beside another field', {}],
  ])('%s', async (name, body, marks) => {
    const { shown, log } = await showFixture(name);
    expect(shown).toMatchObject([{ ...PLAIN, ...marks, content: { kind: 'text', body } }]);
    expect(log).toEqual(APPLIED);
  });

  test('by an advertisement of the On-Premises API, which put a file where the kind stands now', async () => {
    const { shown, log } = await showFixture('referral-onprem-image');
    expect(shown).toMatchObject([{ ...PLAIN, referral: { ...REFERRAL, sourceType: 'post' }, content: { body: 'I saw your post' } }]);
    expect(log).toEqual({ ...APPLIED, shape: 'onprem' });
  });

  test('of a group opens no window', async () => {
    const { store } = await showFixture('group-text');
    expect(store.conversations.get(1)?.last_inbound_at).toBeNull();
    expect((await showFixture('no-contacts')).store.conversations.get(1)?.last_inbound_at).toBe(WRITTEN);
  });

  test('of a customer without a number: the username loses its sign', async () => {
    const { db } = await showFixture('from-user-id-only');
    expect(db.prepare('SELECT kind, value FROM customer_aliases').all()).toEqual([{ kind: 'user_id', value: 'US.13491208655302741918' }]);
    expect(db.prepare('SELECT name, username FROM customers').all()).toEqual([{ name: 'Sheena Nelson', username: 'sheena' }]);
  });
});

describe('a tick', () => {
  test.each([
    ['tick-sent-pmp', { status: 'sent', ticks: { sent: WRITTEN }, pricing: { category: 'utility', type: 'regular', model: 'PMP', billable: true } }],
    ['tick-delivered-cbp', { status: 'delivered', ticks: { delivered: WRITTEN }, pricing: { category: 'service', type: null, model: 'CBP', billable: false } }],
    ['tick-read', { status: 'read', ticks: { read: WRITTEN }, pricing: null }],
    ['tick-played', { status: 'played', ticks: { played: WRITTEN }, pricing: null }],
    [
      'tick-failed',
      {
        status: 'failed',
        ticks: { failed: WRITTEN },
        failure: {
          reason: 'window-closed',
          code: 131047,
          details: 'More than 24 hours have passed since the customer last replied to this number.',
        },
      },
    ],
    [
      'tick-failed-old',
      {
        status: 'failed',
        ticks: { failed: WRITTEN },
        failure: { reason: 'undeliverable', code: 131026, details: 'Receiver is incapable of receiving this message' },
      },
    ],
  ])('%s', async (name, expected) => {
    const rooms = openRooms();
    const id = rooms.outgoing(rooms.conversation('16505550111', T));
    rooms.db.prepare("UPDATE messages SET wamid = 'wamid.ours', callback_id = 'request-1', status = 'accepted' WHERE id = ?").run(id);
    const { shown, log } = await showFixture(name, rooms);
    expect(shown).toMatchObject([{ direction: 'out', origin: 'here', ...expected }]);
    expect(log).toEqual(APPLIED);
  });
});

describe('what the phone tells', () => {
  test('a text written there', async () => {
    const { shown, log, news } = await showFixture('echo-text');
    expect(shown).toMatchObject([{ direction: 'out', origin: 'phone', status: 'sent', content: { kind: 'text', body: 'Yes, we have it' } }]);
    expect(log).toEqual(APPLIED);
    expect(news.some(({ kind }) => kind === 'arrived')).toBe(false);
  });

  test('a text taken back there', async () => {
    expect((await showFixture('echo-revoke')).shown).toMatchObject([{ origin: 'phone', deleted: true, content: { body: 'We close at six' } }]);
  });

  test('a text edited there', async () => {
    expect((await showFixture('echo-edit')).shown).toMatchObject([
      { origin: 'phone', content: { body: 'We close at seven' }, edits: [{ at: WRITTEN - 10_000, text: 'We close at six' }] },
    ]);
  });

  test('its history: both sides, unread by nobody', async () => {
    const { shown, log, news, store } = await showFixture('history-chunk');
    expect(shown).toMatchObject([
      { direction: 'in', late: false, sentAt: 1_740_000_000_000, content: { body: 'Do you bake on Sundays?' } },
      { direction: 'out', origin: 'phone', status: 'delivered', sentAt: 1_740_000_060_000, content: { body: 'We do, from eight' } },
    ]);
    expect(log).toEqual(APPLIED);
    expect(news.some(({ kind }) => kind === 'arrived')).toBe(false);
    expect(store.conversations.get(1)?.unread).toBe(0);
  });

  test('the place of a file that follows', async () => {
    expect((await showFixture('media-placeholder')).shown).toMatchObject([{ type: 'media_placeholder', content: { kind: 'card', type: 'media_placeholder' } }]);
  });

  test('that it keeps its history to itself', async () => {
    const { shown, log } = await showFixture('history-refused');
    expect(shown).toEqual([]);
    expect(log).toEqual({ shape: 'cloud', outcome: 'unread', reason: 'the phone does not share its history' });
  });

  test('its name for a customer who is known', async () => {
    const rooms = openRooms();
    rooms.conversation('16505550111');
    await showFixture('state-sync', rooms);
    expect(JSON.stringify(rooms.db.prepare('SELECT * FROM customers').all())).toContain('Sheena N. (rye)');
  });
});

describe('what shows nothing', () => {
  test.each(['user-preferences', 'template-status', 'meta-test'])('%s is read, and is no message', async (name) => {
    const { shown, log, store } = await showFixture(name);
    expect(shown).toEqual([]);
    expect(log).toEqual(APPLIED);
    expect(store.facts.get('meta_test_at') !== null).toBe(name === 'meta-test');
  });
});
