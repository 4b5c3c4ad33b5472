import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyExponent } from '../../shared/domain/currency-exponents.ts';
import { decimalText, formatMoney, parseMinorUnits, totalsOf } from '../../shared/domain/money.ts';

describe('a price in major units', () => {
  test.each([
    ['7.99', 'EUR', 799],
    ['599.9', 'BRL', 59990],
    ['30', 'USD', 3000],
    ['1500', 'JPY', 1500],
    ['1.250', 'KWD', 1250],
    ['0.1', 'EUR', 10],
    ['7.50', 'EUR', 750],
    ['7.500', 'EUR', 750],
    ['1e2', 'EUR', 10000],
    ['1.5E1', 'EUR', 1500],
    ['2.5e-1', 'EUR', 25],
    ['-3.5', 'EUR', -350],
    ['0', 'JPY', 0],
    ['-0', 'EUR', 0],
    ['90071992547409.91', 'USD', 9007199254740991],
  ])('%s %s is %d minor units', (raw, currency, minor) => {
    expect(parseMinorUnits(raw, currency)).toBe(minor);
  });

  test.each([
    ['7.999', 'EUR'],
    ['1500.5', 'JPY'],
    ['1.0001', 'KWD'],
    ['90071992547409.92', 'USD'],
    ['1e300', 'USD'],
    ['1e-5', 'USD'],
    ['', 'USD'],
    ['abc', 'USD'],
    ['1,50', 'EUR'],
    ['0x10', 'EUR'],
    ['NaN', 'EUR'],
  ])('%s %s does not fit, and is not guessed', (raw, currency) => {
    expect(parseMinorUnits(raw, currency)).toBeNull();
  });

  test('comes back from its own text, for every currency of ISO 4217 and any amount', () => {
    const currency = fc.constantFrom(...Intl.supportedValuesOf('currency'));
    fc.assert(
      fc.property(currency, fc.maxSafeInteger(), (code, minor) => {
        expect(parseMinorUnits(decimalText({ minor: BigInt(minor), currency: code }), code)).toBe(minor);
      }),
    );
  });
});

describe('totals', () => {
  const line = fc.record({
    unitMinor: fc.option(fc.maxSafeInteger()),
    quantity: fc.option(fc.integer({ min: -10, max: 1_000_000_000 })),
    currency: fc.option(fc.constantFrom('EUR', 'USD', 'JPY')),
  });

  test('no cent is lost over many random carts, and every unclear line is counted', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { totals, unclear } = totalsOf(lines);
        const clear = lines.filter((one) => one.unitMinor !== null && one.quantity !== null && one.currency !== null);
        const expected = clear.reduce((sum, one) => sum + BigInt(one.unitMinor ?? 0) * BigInt(one.quantity ?? 0), 0n);
        expect(totals.reduce((sum, total) => sum + total.minor, 0n)).toBe(expected);
        expect(unclear).toBe(lines.length - clear.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('are kept apart by currency', () => {
    expect(
      totalsOf([
        { unitMinor: 100, quantity: 2, currency: 'EUR' },
        { unitMinor: 5, quantity: 3, currency: 'JPY' },
        { unitMinor: 50, quantity: 1, currency: 'EUR' },
      ]),
    ).toEqual({
      totals: [
        { minor: 250n, currency: 'EUR' },
        { minor: 15n, currency: 'JPY' },
      ],
      unclear: 0,
    });
  });
});

describe('money in words', () => {
  test.each([
    [{ minor: 3140n, currency: 'EUR' }, 'en', '€31.40'],
    [{ minor: 3140n, currency: 'EUR' }, 'de', '31,40 €'],
    [{ minor: 1500n, currency: 'JPY' }, 'en', '¥1,500'],
    [{ minor: 1250n, currency: 'KWD' }, 'en', 'KWD 1.250'],
    [{ minor: 12345n, currency: 'HUF' }, 'en', 'HUF 123.45'],
    [{ minor: 123n, currency: 'EURO!' }, 'en', '1.23 EURO!'],
    [{ minor: 9007199254740993n, currency: 'USD' }, 'en', '$90,071,992,547,409.93'],
  ])('%o in %s is %s', (money, locale, words) => {
    expect(formatMoney(money, locale).replaceAll('\u00a0', ' ')).toBe(words);
  });

  test('exponents are of ISO 4217, not of CLDR', () => {
    expect(['JPY', 'KWD', 'HUF', 'IDR', 'COP', 'CLF', 'EUR'].map(currencyExponent)).toEqual([0, 3, 2, 2, 2, 4, 2]);
  });
});
