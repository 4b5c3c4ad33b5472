import { describe, expect, test } from 'vitest';
import { showFixture, WRITTEN } from '../support/show-fixture.ts';

const NOTHING = { caption: null, voice: false, animated: false };
const waits = (media: object) => ({ state: 'wanted', filename: null, ...media });

describe('a file', () => {
  test.each([
    ['image', 'image', { ...NOTHING, caption: 'Is this the blue one?', media: waits({ media: 'image', mimeType: 'image/jpeg' }) }],
    ['image-without-mime', 'image', { ...NOTHING, media: waits({ media: 'image', mimeType: null }) }],
    ['video', 'video', { ...NOTHING, caption: 'How it rattles', media: waits({ media: 'video', mimeType: 'video/mp4' }) }],
    ['audio', 'audio', { ...NOTHING, media: waits({ media: 'audio', mimeType: 'audio/mpeg' }) }],
    ['audio-voice', 'audio', { ...NOTHING, voice: true, media: waits({ media: 'audio', mimeType: 'audio/ogg; codecs=opus' }) }],
    [
      'document',
      'document',
      { ...NOTHING, caption: 'My measurements', media: waits({ media: 'document', mimeType: 'application/pdf', filename: 'measurements.pdf' }) },
    ],
    ['document-without-name', 'document', { ...NOTHING, media: waits({ media: 'document', mimeType: 'application/pdf' }) }],
    ['sticker-animated', 'sticker', { ...NOTHING, animated: true, media: waits({ media: 'sticker', mimeType: 'image/webp' }) }],
  ])('%s', async (name, type, content) => {
    const { shown, log } = await showFixture(name);
    expect(shown).toMatchObject([{ type, direction: 'in', sentAt: WRITTEN, content: { kind: 'media', ...content } }]);
    expect(log).toEqual({ shape: 'cloud', outcome: 'applied', reason: null });
  });

  test('a voice note of the On-Premises API is one too, and its link into that shop’s own net is not followed', async () => {
    const { shown, log, db } = await showFixture('onprem-voice');
    expect(shown).toMatchObject([{ type: 'voice', content: { kind: 'media', voice: true, media: { media: 'audio', state: 'wanted' } } }]);
    expect(log).toEqual({ shape: 'onprem', outcome: 'applied', reason: null });
    expect(db.prepare('SELECT wa_id, url FROM media').all()).toEqual([{ wa_id: '1006', url: null }]);
  });

  test('the address that Meta sends along is used', async () => {
    const { db } = await showFixture('image');
    expect(db.prepare('SELECT wa_id, url FROM media').all()).toEqual([
      { wa_id: '1001', url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1001' },
    ]);
  });
});

describe('a place', () => {
  test('with its name, address and link', async () => {
    expect((await showFixture('location')).shown).toMatchObject([
      {
        content: {
          kind: 'location',
          latitude: '37.483307',
          longitude: '-122.148981',
          name: 'Rose Corner',
          address: '1 Hacker Way, Menlo Park',
          url: 'https://example.com/rose-corner',
        },
      },
    ]);
  });

  test('bare, on the equator', async () => {
    expect((await showFixture('location-bare')).shown).toMatchObject([
      { content: { kind: 'location', latitude: '0', longitude: '-0.5', name: null, address: null, url: null } },
    ]);
  });
});

describe('contacts', () => {
  const EMPTY = { phones: [], emails: [], addresses: [], urls: [], organisation: null, birthday: null };

  test('each card with all that is filled in', async () => {
    const [message] = (await showFixture('contacts')).shown;
    expect(message?.content).toEqual({
      kind: 'contacts',
      asked: false,
      cards: [
        {
          name: 'Ana Ruiz',
          phones: [
            { phone: '+1 650-555-0112', waId: '16505550112', type: 'CELL' },
            { phone: '+1 650-555-0113', waId: null, type: null },
          ],
          emails: ['ana@example.com'],
          addresses: ['2 Elm Street, 94025, Menlo Park, CA, United States'],
          urls: ['https://example.com'],
          organisation: 'Ruiz Tiles, Sales, Owner',
          birthday: '1990-04-30',
        },
        { ...EMPTY, name: 'Bo Lind' },
      ],
    });
  });

  test('none at all', async () => {
    const [message] = (await showFixture('contacts-empty')).shown;
    expect(message?.content).toEqual({ kind: 'contacts', asked: false, cards: [] });
  });

  test('the answer to a request brings the number of a customer who had none', async () => {
    const { shown, log } = await showFixture('contacts-requested');
    expect(shown[0]?.content).toEqual({
      kind: 'contacts',
      asked: true,
      cards: [{ ...EMPTY, name: '', phones: [{ phone: '+16505550111', waId: '16505550111', type: 'CELL' }] }],
    });
    expect(log?.outcome).toBe('applied');
  });
});
