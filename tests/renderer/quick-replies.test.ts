import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuickReplies } from '../../renderer/chats/quick/find-quick-replies.ts';
import { slashAt } from '../../renderer/chats/quick/slash-at.ts';

describe('a slash in the field', () => {
  it.each([
    ['/', 1, { start: 0, end: 1, query: '' }],
    ['/ho', 3, { start: 0, end: 3, query: 'ho' }],
    ['/hours', 3, { start: 0, end: 3, query: 'ho' }],
    ['Hello /w', 8, { start: 6, end: 8, query: 'w' }],
    ['Hello\n/öff', 10, { start: 6, end: 10, query: 'öff' }],
  ])('in %j at %i opens the list', (text, cursor, slash) => {
    expect(slashAt(text, cursor)).toEqual(slash);
  });

  it.each([
    ['1/2', 3],
    ['and/or', 6],
    ['/hours ', 7],
    ['https://shop.example', 20],
    ['/a/b', 4],
    ['', 0],
    ['/ho', 0],
  ])('in %j at %i is a mere slash', (text, cursor) => {
    expect(slashAt(text, cursor)).toBeNull();
  });

  it('spans what was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-zäöü0-9-]{0,40}$/), fc.string(), (before, query, after) => {
        const text = `${before} /${query}${after}`;
        const cursor = before.length + 2 + query.length;
        expect(slashAt(text, cursor)).toEqual({ start: before.length + 1, end: cursor, query });
      }),
    );
  });
});

describe('ready texts', () => {
  const replies = [
    { id: 1, shortcut: 'way', texts: { en: 'You find us at the market.', de: 'Sie finden uns am Markt.' } },
    { id: 2, shortcut: 'Öffnung', texts: { de: 'Wir haben täglich geöffnet.' } },
    { id: 3, shortcut: 'pay', texts: { en: 'Cash or card, on the way too.', de: '' } },
  ];
  const found = (query: string, language = 'en') => findQuickReplies(replies, query, language).map(({ reply }) => reply.id);

  it('are found by shortcut before text, without regard to case and accents', () => {
    expect(found('way')).toEqual([1, 3]);
    expect(found('offn')).toEqual([2]);
    expect(found('MARK')).toEqual([1]);
    expect(found('nothing')).toEqual([]);
    expect(found('')).toHaveLength(3);
  });

  it('show the words that the chat’s customer would get', () => {
    expect(findQuickReplies(replies, 'way', 'de')[0]?.text).toBe('Sie finden uns am Markt.');
    expect(findQuickReplies(replies, 'pay', 'de')[0]?.text).toBe('Cash or card, on the way too.');
    expect(findQuickReplies(replies, 'offnung', 'fr')[0]?.text).toBe('Wir haben täglich geöffnet.');
  });
});
