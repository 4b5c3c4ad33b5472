import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressQuestion, fulfilmentQuestion, proposalQuestion } from '../../shared/domain/ask-text.ts';
import { ASK_ANSWERS, readButtonId, writeButtonId } from '../../shared/domain/ask-token.ts';
import { ASK_WORDS } from '../../shared/domain/ask-words.ts';
import { BARE, refusedBy } from '../../shared/domain/send-limits.ts';

const languages = Object.keys(ASK_WORDS);
const buttons = (...titles: string[]) => titles.map((title, index) => ({ id: String(index), title }));

test.each(languages)('every question in %s can be sent as it is', (language) => {
  const { body, pickup, delivery } = fulfilmentQuestion(language, 99_999);
  expect(refusedBy({ kind: 'buttons', ...BARE, body, buttons: buttons(pickup, delivery) })).toBeNull();
  expect(refusedBy({ kind: 'location-request', body: addressQuestion(language, 99_999, 'location') })).toBeNull();
  expect(addressQuestion(language, 14, 'text')).toContain('#14');
});

test('a proposal of any size in any language can be sent as it is, and names the order', () => {
  const line = fc.record({ name: fc.string({ maxLength: 200, unit: 'grapheme' }), before: fc.nat(99_999), after: fc.nat(99_999) });
  const totals = fc.array(fc.record({ minor: fc.bigInt({ min: 0n, max: 10n ** 15n }), currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'USD') }), {
    maxLength: 4,
  });
  const proposal = fc.record({ number: fc.nat(99_999), lines: fc.array(line, { minLength: 1, maxLength: 200 }), totals, unclear: fc.nat(200) });
  fc.assert(
    fc.property(fc.constantFrom(...languages, 'fr', 'zh'), proposal, (language, proposed) => {
      const { body, accept, decline } = proposalQuestion(language, proposed);
      expect(refusedBy({ kind: 'buttons', ...BARE, body, buttons: buttons(accept, decline) })).toBeNull();
      expect(body).toContain(`#${proposed.number}:`);
    }),
  );
});

test('German reads as German, another language falls back to English with its own money', () => {
  const proposal = {
    number: 14,
    lines: [
      { name: 'Croissant', before: 4, after: 2 },
      { name: 'Brot', before: 1, after: 0 },
    ],
    totals: [{ minor: 123_450n, currency: 'EUR' }],
    unclear: 0,
  };
  expect(proposalQuestion('de', proposal).body).toBe(
    [
      'Ihre Bestellung #14: Leider können wir sie nicht ganz so ausführen wie bestellt. Wir würden Folgendes ändern:',
      '',
      '– Croissant: 2 statt 4',
      '– Brot: nicht verfügbar',
      '',
      'Neue Summe: 1.234,50\u00a0€',
      'Ist das für Sie in Ordnung?',
    ].join('\n'),
  );
  const french = proposalQuestion('fr', proposal).body;
  expect(french).toContain('instead of');
  expect(french).toMatch(/1\s234,50\s€/u);
  expect(proposalQuestion('en', { ...proposal, totals: [], unclear: 0 }).body).toContain('Nothing of the order would be left.');
});

test('what does not fit is counted', () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({ name: `Article ${String(index)} with a rather long name`, before: 2, after: 0 }));
  const { body } = proposalQuestion('en', { number: 1, lines, totals: [{ minor: 100n, currency: 'EUR' }], unclear: 0 });
  const shown = body.split('\n').filter((row) => row.includes('not available')).length;
  expect(body).toContain(`– and ${60 - shown} more`);
  expect(shown).toBeGreaterThan(5);
});

test('a button’s id gives its question and answer back, and nothing else is one of ours', () => {
  for (const answer of ASK_ANSWERS) {
    const id = writeButtonId('3f0c8a52-7b61-4d5e-9a10-0c2f8e7d6b5a', answer);
    expect(id.length).toBeLessThanOrEqual(256);
    expect(readButtonId(id)).toEqual({ token: '3f0c8a52-7b61-4d5e-9a10-0c2f8e7d6b5a', answer });
  }
  for (const id of ['', 'accept', 'shopbell:token-0001:eat', 'shopbell::accept', 'shopbell:token-0001:accept:', 'x shopbell:token-0001:accept'])
    expect(readButtonId(id)).toBeNull();
});
