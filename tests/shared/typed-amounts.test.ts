import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyExponent } from '../../shared/domain/currency-exponents.ts';
import { decimalText, formatMoney } from '../../shared/domain/money.ts';
import { readAmount } from '../../shared/domain/read-amount.ts';
import { readPhone } from '../../shared/domain/read-phone.ts';
import { readPriceText } from '../../shared/domain/read-price-text.ts';

test.each([
  ['12,50', 'EUR', 1250],
  ['12.50', 'EUR', 1250],
  [' 12.5 ', 'EUR', 1250],
  ['0', 'EUR', 0],
  ['1500', 'JPY', 1500],
  ['1.250', 'KWD', 1250],
  ['999999999,99', 'EUR', 99_999_999_999],
])('%j %s typed is %d minor units', (typed, currency, minor) => {
  expect(readAmount(typed, currency)).toBe(minor);
});

test.each([
  ['-1', 'EUR'],
  ['+1', 'EUR'],
  ['1.250', 'EUR'],
  ['1,250.00', 'EUR'],
  ['1.5', 'JPY'],
  ['1e3', 'EUR'],
  ['.5', 'EUR'],
  ['5.', 'EUR'],
  ['1000000000', 'EUR'],
  ['', 'EUR'],
  ['twelve', 'EUR'],
  ['1 000', 'EUR'],
  ['٣', 'EUR'],
  ['NaN', 'EUR'],
])('%j %s typed is no amount, and is not guessed', (typed, currency) => {
  expect(readAmount(typed, currency)).toBeNull();
});

test.each([
  ['€12.40', 'EUR', 1240],
  ['12,99 EUR', 'EUR', 1299],
  ['1.234,50 €', 'EUR', 123_450],
  ['$1,234.50', 'USD', 123_450],
  ['FCFA10,000', 'XOF', 10_000],
  ['¥1500', 'JPY', 1500],
  ['Rs. 1,23,456.00', 'INR', 12_345_600],
  ['Rs. 500', 'INR', 50_000],
  ['CHF 1’250.00', 'CHF', 125_000],
  ['1\u202f250,00 €', 'EUR', 125_000],
  ['٣٫٥٠٠ د.ك', 'KWD', null],
  ['١٢٫٥٠ ر.س', 'SAR', 1250],
  ['KWD 1,250.500', 'KWD', 1_250_500],
  ['$1,234', 'USD', 123_400],
  ['KWD 1.250', 'KWD', null],
  ['€1.2', 'EUR', null],
  ['€1.23.45', 'EUR', null],
  ['2 for €5', 'EUR', null],
  ['€5 – €9', 'EUR', null],
  ['-5.00', 'EUR', null],
  ['free', 'EUR', null],
  ['', 'EUR', null],
])('the catalogue’s %j in %s is %s minor units', (text, currency, minor) => {
  expect(readPriceText(text, currency)).toBe(minor);
});

test('a price as Intl writes it is read as what it was, or not at all', () => {
  const currency = fc.constantFrom(...Intl.supportedValuesOf('currency'));
  const locale = fc.constantFrom('en', 'de', 'fr', 'de-CH', 'en-IN', 'pt-BR', 'ar-EG', 'fa', 'ja', 'sv', 'hi');
  fc.assert(
    fc.property(currency, fc.integer({ min: 0, max: 10 ** 11 }), locale, (code, minor, language) => {
      const read = readPriceText(formatMoney({ minor: BigInt(minor), currency: code }, language), code);
      expect([minor, null]).toContain(read);
      if (currencyExponent(code) !== 3 && ['en', 'de', 'fr', 'pt-BR'].includes(language)) expect(read).toBe(minor);
    }),
    { numRuns: 3000 },
  );
});

test('what was typed as the program writes it comes back, in every currency', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Intl.supportedValuesOf('currency')), fc.integer({ min: 0, max: 99_999_999_999 }), fc.boolean(), (currency, minor, comma) => {
      const text = decimalText({ minor: BigInt(minor), currency });
      fc.pre((text.split('.')[0] ?? '').length <= 9);
      expect(readAmount(comma ? text.replace('.', ',') : text, currency)).toBe(minor);
    }),
  );
});

test.each([
  ['+49 (0)30 / 123 45-67', '49301234567'],
  ['0049 30 1234567', '49301234567'],
  ['+1 650 555 0111', '16505550111'],
  ['16505550111', '16505550111'],
  ['+43.664.1234567', '436641234567'],
  ['030 1234567', null],
  ['5550111', null],
  ['+0 12345678', null],
  ['+12345', null],
  ['+1234567890123456', null],
  ['ask Tom', null],
  ['', null],
])('the telephone number %j is %s to WhatsApp', (typed, id) => {
  expect(readPhone(typed)).toBe(id);
});
