import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedAmount, writeTypedAmount } from '../../renderer/ui/typed-amount.ts';

const read = (typed: string, locale: string, currency = 'EUR') => readTypedAmount(typed, locale, currency)?.minor ?? null;

describe('an amount as it is typed', () => {
  it.each([
    ['12,50', 'de-DE', 'EUR', 1250n],
    ['12.50', 'de-DE', 'EUR', 1250n],
    ['12,5', 'de-DE', 'EUR', 1250n],
    ['1.250', 'de-DE', 'EUR', 125_000n],
    ['1.250,75', 'de-DE', 'EUR', 125_075n],
    ['1,250.75', 'de-DE', 'EUR', 125_075n],
    ['12.50', 'en-GB', 'EUR', 1250n],
    ['12,50', 'en-GB', 'EUR', 1250n],
    ['1,250', 'en-GB', 'EUR', 125_000n],
    ['1,250.5', 'en-GB', 'EUR', 125_050n],
    ['1,234,567.89', 'en-GB', 'USD', 123_456_789n],
    ['0,125', 'en-GB', 'KWD', 125n],
    ['1.250', 'en-GB', 'KWD', 1250n],
    ['1500', 'en-GB', 'JPY', 1500n],
    [' 3 ', 'de-DE', 'EUR', 300n],
    ['1 250,50', 'de-DE', 'EUR', 125_050n],
    [',50', 'de-DE', 'EUR', 50n],
    ['5.', 'en-GB', 'EUR', 500n],
    ['0', 'en-GB', 'EUR', 0n],
    ['٣٫٥', 'en-GB', 'EUR', 350n],
    ['१२.५०', 'en-GB', 'EUR', 1250n],
  ])('%s in %s is read as %s %s', (typed, locale, currency, minor) => {
    expect(read(typed, locale, currency)).toBe(minor);
  });

  it.each([
    ['', 'EUR'],
    ['free', 'EUR'],
    ['-3', 'EUR'],
    ['+3', 'EUR'],
    ['3 €', 'EUR'],
    ['1,2,3', 'EUR'],
    ['1.2.3', 'EUR'],
    ['1,25,000', 'EUR'],
    ['1.250.50', 'EUR'],
    ['12.505', 'EUR'],
    ['1500.5', 'JPY'],
    ['1e3', 'EUR'],
    ['99999999999999999', 'EUR'],
  ])('%s is no amount in %s', (typed, currency) => {
    expect(read(typed, 'en-GB', currency)).toBeNull();
  });

  it('reads back what it wrote, in every language and currency', () => {
    const minor = fc.bigInt(0n, 9_007_199_254_740_991n);
    fc.assert(
      fc.property(minor, fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'pl-PL'), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (amount, locale, currency) => {
        expect(readTypedAmount(writeTypedAmount({ minor: amount, currency }, locale), locale, currency)).toEqual({ minor: amount, currency });
      }),
    );
  });
});
