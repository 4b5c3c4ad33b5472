import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillText } from '../../shared/domain/fill-text.ts';
import { ORDER_STATES } from '../../shared/domain/order.ts';
import { correctionText, type Tellable, templateValues, tellText } from '../../shared/domain/tell-text.ts';
import { TELL_FIELDS, TELL_STEPS } from '../../shared/domain/tell.ts';
import { TELL_TEXTS } from '../../shared/domain/tell-words.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const BERLIN = { now: NOW, timeZone: 'Europe/Berlin' };
const ORDER: Tellable = {
  name: 'Ana',
  number: 14,
  totals: [{ minor: 3140n, currency: 'EUR' }],
  unclear: 0,
  promisedAt: NOW + 3_600_000,
  reason: 'No flour left.',
  shop: 'Corner Bakery',
};
const BARE: Tellable = { ...ORDER, name: '', totals: [], promisedAt: null, reason: null, shop: '' };
const FULL = { name: 'Ana', number: '14', total: '€5', time: '18:30', reason: 'closed', shop: 'Bakery' };
const EMPTY = { name: '', number: '14', total: '', time: '', reason: '', shop: '' };

describe('a text with fields', () => {
  test.each([
    ['Hello {name}, it is #{number}.', 'Hello Ana, it is #14.', 'Hello, it is #14.'],
    ['{name}, your order is ready', 'Ana, your order is ready', 'Your order is ready'],
    ['Thank you, {name}!', 'Thank you, Ana!', 'Thank you!'],
    ['Done. Total: {total}. Bye!', 'Done. Total: €5. Bye!', 'Done. Bye!'],
    ['#{number}, ready by {time}, costs {total}', '#14, ready by 18:30, costs €5', '#14'],
    ['#{number} (ready by {time}) is taken.', '#14 (ready by 18:30) is taken.', '#14 is taken.'],
    ['It is #{number} ({name}).', 'It is #14 (Ana).', 'It is #14.'],
    ['#{number} is taken – {time} – see you', '#14 is taken – 18:30 – see you', '#14 is taken – see you'],
    ['Hi {name}!\n\nTotal: {total}\n\n{shop}', 'Hi Ana!\n\nTotal: €5\n\nBakery', 'Hi!'],
    ['您好{name}，订单{number}已接受。预计{time}完成。', '您好Ana，订单14已接受。预计18:30完成。', '您好，订单14已接受。'],
    ['It costs 1,50 for {name}', 'It costs 1,50 for Ana', 'It costs 1,50 for'],
    ['Hello {nmae}, {Name} { name }', 'Hello {nmae}, {Name} { name }', 'Hello {nmae}, {Name} { name }'],
    ['No field', 'No field', 'No field'],
    ['', '', ''],
  ])('%j is filled, and leaves no gap where it is not', (text, full, empty) => {
    expect(fillText(text, FULL, ['name']).text).toBe(full);
    expect(fillText(text, EMPTY, ['name']).text).toBe(empty);
  });

  test('says what it lost with a part that went', () => {
    expect(fillText('#{number} is ready at {time}. {name}', EMPTY, ['name'])).toEqual({ text: '', lost: ['number'] });
    expect(fillText('#{number} is ready, at {time}', EMPTY, ['name']).lost).toEqual([]);
  });

  test('takes nothing that a customer is called for a field or for a pattern', () => {
    expect(fillText('Hi {name}: {number}', { ...FULL, name: '{total} $& $1' }).text).toBe('Hi {total} $& $1: 14');
  });

  test('never leaves a known field, a space before a mark, or two spaces, whatever is empty', () => {
    const piece = fc.constantFrom(
      'Hello',
      ' {name}',
      ', ',
      '. ',
      ' – ',
      ' {time}',
      '{total}',
      ' ready',
      '! ',
      ' ({reason})',
      ' at',
      '\n',
      '{shop}',
      ' #{number}',
    );
    const values = fc.record(Object.fromEntries(TELL_FIELDS.map((field) => [field, fc.constantFrom('', 'x')])));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), values, (pieces, given) => {
        const { text } = fillText(pieces.join(''), given, ['name']);
        expect(text).not.toMatch(/\{(name|number|total|time|reason|shop)\}/);
        expect(text).toBe(text.trim());
        for (const field of TELL_FIELDS) if (given[field] === '') expect(fillText(`a {${field}} b`, given, ['name']).text).toMatch(/^(a b)?$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what a customer is told', () => {
  test.each(TELL_STEPS.flatMap((step) => (['en', 'de'] as const).map((language) => [step, language] as const)))(
    '%s in %s reads well, full and bare',
    (step, language) => {
      const full = tellText(step, language, {}, ORDER, BERLIN);
      const bare = tellText(step, language, {}, BARE, BERLIN);
      expect([full.language, bare.language]).toEqual([language, language]);
      for (const { text } of [full, bare]) {
        expect(text).toContain('#14');
        expect(text).not.toMatch(/[{}]|\s[,.!]|[,:]\s*[.!]|\.\.| {2}|undefined|null|^[a-z,.]|[,:]$/);
        expect(text).toMatch(/[.!]$/);
      }
      for (const field of TELL_TEXTS[language][step].matchAll(/\{(\w+)\}/g)) expect(TELL_FIELDS).toContain(field[1]);
      expect(full.text).toContain('Ana');
    },
  );

  test('money and time are the customer’s language’s, in the shop’s time zone', () => {
    const text = '{total} {time} {reason} {shop}';
    const told = (language: string, over: Partial<Tellable> = {}) => tellText('ready', language, { [language]: text }, { ...ORDER, ...over }, BERLIN).text;
    expect(told('en').replaceAll('\u00a0', ' ')).toBe('€31.40 11:00 AM No flour left Corner Bakery');
    expect(told('de').replaceAll('\u00a0', ' ')).toBe('31,40 € 11:00 No flour left Corner Bakery');
    expect(told('de', { promisedAt: NOW + 86_400_000 })).toContain('Di., 24. Nov., 10:00');
    expect(told('en', { totals: [...ORDER.totals, { minor: 1500n, currency: 'JPY' }] })).toContain('€31.40 + ¥1,500');
    // Seven in the evening there is tomorrow in Auckland.
    expect(tellText('ready', 'en', { en: '{time}' }, { ...ORDER, promisedAt: NOW + 7_200_000 }, { now: NOW, timeZone: 'Pacific/Auckland' }).text).toBe(
      'Tue, Nov 24, 12:00 AM',
    );
  });

  test('a sum that is not the whole sum is not told', () => {
    expect(tellText('ready', 'en', {}, { ...ORDER, unclear: 1 }, BERLIN).text).toBe('Hello Ana, your order #14 is ready.');
  });

  test('the shop’s words stand where it has some, else the program’s, else English; never one that says nothing', () => {
    const own = { fr: 'Salut {name}, c’est prêt : {number}', de: '  ', en: 'Own words for {number}' };
    const told = (language: string, texts: Record<string, string>, order = ORDER) => tellText('ready', language, texts, order, BERLIN);
    expect(told('fr', own)).toEqual({ text: 'Salut Ana, c’est prêt : 14', language: 'fr' });
    expect(told('de', own)).toMatchObject({ language: 'de', text: expect.stringContaining('Guten Tag') });
    expect(told('it', own)).toEqual({ text: 'Own words for 14', language: 'en' });
    expect(told('it', {})).toMatchObject({ language: 'en', text: expect.stringContaining('Hello Ana') });
    expect(told('en', { en: 'Order {number} at {time}' }, BARE)).toEqual({ text: 'Hello, your order #14 is ready.', language: 'en' });
    expect(told('xx-not a tag', { 'xx-not a tag': '{total}' })).toMatchObject({ text: '€31.40' });
  });

  test('a name of several lines is one, and what ends a reason does not end it twice', () => {
    expect(tellText('declined', 'en', {}, { ...ORDER, name: ' Ana\n\tMaria ', reason: 'closed..\n' }, BERLIN).text).toBe(
      'Hello Ana Maria, we are sorry, but we cannot take your order #14. Reason: closed.',
    );
  });

  test('a template’s fields are filled in their order, none empty, none of several lines', () => {
    expect(templateValues(['number', 'name', 'time'], 'en_US', ORDER, BERLIN)).toEqual(['14', 'Ana', '11:00 AM']);
    const bare = templateValues([...TELL_FIELDS], 'de', { ...BARE, name: '\n' }, BERLIN);
    expect(bare).toEqual(['–', '14', '–', '–', '–', '–']);
  });

  test('a correction names the order and where it stands, in every state', () => {
    for (const state of ORDER_STATES) {
      for (const language of ['en', 'de', 'fr']) {
        const text = correctionText(state, language, { name: '', number: 7 });
        expect(text).toContain('#7');
        expect(text).not.toMatch(/[{}]|\s[,.]/);
        expect(text.startsWith(language === 'de' ? 'Guten Tag,' : 'Hello,')).toBe(true);
      }
    }
  });
});
