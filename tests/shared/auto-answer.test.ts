import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTO_TEXTS, autoAnswerAt, autoAnswerText } from '../../shared/domain/auto-answer.ts';

const timeZone = 'Europe/Berlin';
const workday = [{ from: '08:00', to: '18:00' }];
/** Closed on Sunday. */
const openingHours = [workday, workday, workday, workday, workday, workday, []];
const NONE = { on: false, texts: {} };
const BOTH = { away: { on: true, texts: {} }, greeting: { on: true, texts: {} } };
/** A Monday, 12:00 and 22:00 in Berlin, and the Saturday evening before. */
const NOON = Date.parse('2026-11-23T11:00:00Z');
const NIGHT = Date.parse('2026-11-23T21:00:00Z');
const SATURDAY_NIGHT = Date.parse('2026-11-21T21:00:00Z');

test('the away message goes while the shop is closed, the greeting while it is open, and neither where it is off', () => {
  expect(autoAnswerAt(NOON, BOTH, { openingHours, timeZone })).toBe('greeting');
  expect(autoAnswerAt(NIGHT, BOTH, { openingHours, timeZone })).toBe('away');
  expect(autoAnswerAt(NIGHT, { ...BOTH, away: NONE }, { openingHours, timeZone })).toBeNull();
  expect(autoAnswerAt(NOON, { ...BOTH, greeting: NONE }, { openingHours, timeZone })).toBeNull();
  expect(autoAnswerAt(NIGHT, BOTH, { openingHours: openingHours.map(() => []), timeZone })).toBe('greeting');
});

test('the away message says when the shop opens again, in the customer’s language', () => {
  const say = (now: number, language: string, name = 'Ana') =>
    autoAnswerText('away', BOTH, { language, name, shop: 'Bakery' }, { openingHours, timeZone, now });
  expect(say(NIGHT, 'en')).toBe('Hello Ana, thank you for your message! We are closed right now. We open again on Tuesday at 08:00, and answer then.');
  expect(say(Date.parse('2026-11-23T05:00:00Z'), 'en', '')).toBe(
    'Hello, thank you for your message! We are closed right now. We open again at 08:00, and answer then.',
  );
  expect(say(SATURDAY_NIGHT, 'de')).toContain('Wir öffnen wieder am Montag um 08:00 Uhr und antworten Ihnen dann.');
});

test('the shop’s own words go before the program’s, in the customer’s language before any other', () => {
  const own = { ...BOTH, greeting: { on: true, texts: { en: 'Welcome to {shop}!', tr: '{shop}: hoş geldiniz' } } };
  const say = (language: string) => autoAnswerText('greeting', own, { language, name: 'Ana', shop: 'Bakery' }, { openingHours, timeZone, now: NOON });
  expect([say('en'), say('tr'), say('pl')]).toEqual(['Welcome to Bakery!', 'Bakery: hoş geldiniz', 'Welcome to Bakery!']);
  expect(say('de')).toBe(AUTO_TEXTS.de.greeting.replace('{name}', 'Ana'));
});

test('whatever is set and whoever writes, the text names no field, and none of the program’s is empty', () => {
  const clock = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const week = fc.array(fc.array(fc.record({ from: clock, to: clock }), { maxLength: 2 }), { minLength: 7, maxLength: 7 });
  const language = fc.constantFrom('en', 'de', 'tr', 'zh', 'xx', 'ar');
  fc.assert(
    fc.property(
      week,
      fc.integer({ min: NOON, max: NOON + 4e10 }),
      language,
      fc.constantFrom('away', 'greeting'),
      fc.string(),
      (hours, now, code, kind, name) => {
        const text = autoAnswerText(kind, BOTH, { language: code, name: name.replaceAll(/[{}]/g, ''), shop: '' }, { openingHours: hours, timeZone, now });
        expect(text).not.toMatch(/\{\w+\}/);
        expect(text.length).toBeGreaterThan(20);
      },
    ),
  );
});
