import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, findLinks } from '../../renderer/chats/kinds/find-links.ts';
import { formatText, isEmojiOnly, unformatText } from '../../renderer/chats/kinds/format-text.ts';
import type { FormattedText } from '../../renderer/chats/kinds/format-text.ts';
import { writeVcard } from '../../renderer/chats/kinds/write-vcard.ts';

const SAFE = /^(https?|mailto|tel):/;
/** Texts in which something could go wrong. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        'https://',
        'www.',
        'javascript:',
        'data:',
        'mailto:',
        'tel:',
        '*',
        '_',
        '~',
        '```',
        '`',
        '@',
        '.',
        ' ',
        '\n',
        '(',
        ')',
        'shop.example',
        '\u202e',
      ),
    ),
    {
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join(''));
const links = (text: string) => findLinks(text).filter(({ href }) => href !== null);
const kinds = (parts: FormattedText[]) => parts.map(({ kind }) => kind);

describe('links in a text', () => {
  it('loses no character, and makes no link of another scheme', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const parts = findLinks(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { href } of parts) if (href !== null) expect(href).toMatch(SAFE);
      }),
    );
  });

  it('finds addresses as people write them', () => {
    expect(links('see https://shop.example/a?b=1, ok').map(({ href }) => href)).toEqual(['https://shop.example/a?b=1']);
    expect(links('(www.shop.example)').map(({ text, href }) => [text, href])).toEqual([['www.shop.example', 'http://www.shop.example/']]);
    expect(links('https://shop.example/wiki/Bread_(food).')[0]?.text).toBe('https://shop.example/wiki/Bread_(food)');
    expect(links('write to anna@shop.example!').map(({ href }) => href)).toEqual(['mailto:anna@shop.example']);
    expect(links('tel:+1-555-010-9999').map(({ href }) => href)).toEqual(['tel:+15550109999']);
  });

  it('leaves alone what is no address, or a dangerous one', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'http://',
      'a.b',
      '3.50',
      'www.',
      'xhttps://shop.example',
      'vbscript:x@y',
    ]) {
      expect
        .soft(
          links(text).filter(({ href }) => !href?.startsWith('mailto:')),
          text,
        )
        .toEqual([]);
    }
  });

  it('shows a name in another script as it goes over the wire', () => {
    // The first letter is a Cyrillic one.
    expect(addressOf('https://\u0430pple.example/')).toBe('https://xn--pple-43d.example/');
  });
});

describe('signs in a text', () => {
  it('loses no character', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unformatText(formatText(text))).toBe(text);
      }),
    );
  });

  it('reads the four kinds, nested too', () => {
    expect(kinds(formatText('*a* _b_ ~c~ ```d```'))).toEqual(['bold', 'words', 'italic', 'words', 'strike', 'words', 'code']);
    expect(formatText('*all _new_*')).toEqual([
      {
        kind: 'bold',
        mark: '*',
        parts: [
          { kind: 'words', text: 'all ' },
          { kind: 'italic', mark: '_', parts: [{ kind: 'words', text: 'new' }] },
        ],
      },
    ]);
  });

  it('takes a sum, a file name and a single sign as they are', () => {
    for (const text of ['2*3*4', 'my_file_name', '* not bold *', 'a * b', '~5 minutes', '```']) expect.soft(kinds(formatText(text)), text).toEqual(['words']);
  });

  it('knows a few emoji from words', () => {
    for (const text of ['😀', '👍🏽', '👨‍👩‍👧', '❤️ ❤️']) expect.soft(isEmojiOnly(text), text).toBe(true);
    for (const text of ['', '5', 'ok 😀', '😀😀😀😀']) expect.soft(isEmojiOnly(text), text).toBe(false);
  });
});

it('writes a card that cannot be broken out of', () => {
  const card = {
    name: 'A;B\nEND:VCARD',
    phones: [{ phone: '+1 555 010 0001', waId: null, type: null }],
    emails: [],
    addresses: ['1, Main St'],
    urls: [],
    organisation: null,
    birthday: null,
  };
  const lines = writeVcard(card).split('\r\n');
  expect(lines.filter((line) => line === 'END:VCARD')).toHaveLength(1);
  expect(lines).toContain(String.raw`FN:A\;B\nEND:VCARD`);
});
