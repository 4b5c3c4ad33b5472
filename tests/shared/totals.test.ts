import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyExponent } from '../../shared/domain/currency-exponents.ts';
import { decimalText, type Extra, formatMoney, lineMinor, parseMinorUnits, type PricedLine, totalsOf } from '../../shared/domain/money.ts';

/**
 * Minor units of ISO 4217 list one, written down a second time and by kind: "A.2" of the list, everything else has two. Gold, silver and
 * other codes without a unit ("N.A.") are counted with two.
 */
const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const FOUR = ['CLF', 'UYW'];
const places = (code: string) => (NONE.includes(code) ? 0 : THREE.includes(code) ? 3 : FOUR.includes(code) ? 4 : 2);
const CODES = [...new Set([...Intl.supportedValuesOf('currency'), ...NONE, ...THREE, ...FOUR])];

test.each(CODES)('%s has the digits of ISO 4217, in parsing, in writing and in Intl', (code) => {
  const digits = places(code);
  expect(currencyExponent(code)).toBe(digits);
  const one = digits === 0 ? '7' : `7.${'0'.repeat(digits - 1)}9`;
  const minor = parseMinorUnits(one, code);
  expect(minor).toBe(digits === 0 ? 7 : 7 * 10 ** digits + 9);
  expect(decimalText({ minor: BigInt(minor ?? 0), currency: code })).toBe(one);
  expect(parseMinorUnits(`1.${'0'.repeat(digits)}1`, code)).toBeNull();
  expect(formatMoney({ minor: BigInt(minor ?? 0), currency: code }, 'en')).toContain(one);
});

test.each([
  ['7.99', 'EUR', 3, '23.97'],
  ['599.9', 'BRL', 7, '4199.30'],
  ['1500', 'JPY', 99, '148500'],
  ['1.250', 'KWD', 3, '3.750'],
  ['0.1', 'USD', 3, '0.30'],
  ['1.15', 'EUR', 100, '115.00'],
  ['90071992547409.91', 'USD', 99_999, '9007109182748443590.09'],
])('%s %s × %d is %s', (raw, currency, quantity, sum) => {
  const { totals, unclear } = totalsOf([{ unitMinor: parseMinorUnits(raw, currency), quantity, currency }]);
  expect(unclear).toBe(0);
  expect(totals.map(decimalText)).toEqual([sum]);
});

/** Long addition and long multiplication of decimal texts, digit by digit: no BigInt, no minor units. */
function addTexts(a: string, b: string): string {
  const [wholeA = '', partA = ''] = a.split('.');
  const [wholeB = '', partB = ''] = b.split('.');
  const digits = Math.max(partA.length, partB.length);
  const left = wholeA + partA.padEnd(digits, '0');
  const right = wholeB + partB.padEnd(digits, '0');
  let sum = '';
  let carry = 0;
  for (let index = 1; index <= Math.max(left.length, right.length) || carry > 0; index += 1) {
    const place = Number(left.at(-index) ?? 0) + Number(right.at(-index) ?? 0) + carry;
    sum = String(place % 10) + sum;
    carry = place > 9 ? 1 : 0;
  }
  const padded = sum.padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits).replace(/^0+(?=\d)/, '');
  return digits === 0 ? whole : `${whole}.${padded.slice(-digits)}`;
}
const times = (text: string, quantity: number): string => {
  let product = '0';
  let doubled = text;
  for (let left = quantity; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product = addTexts(product, doubled);
    doubled = addTexts(doubled, doubled);
  }
  return product;
};

/** A small generator of its own (mulberry32), so that a million carts take seconds; the seed is fast-check's. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
function priceText(random: (below: number) => number, currency: string): string {
  const digits = places(currency);
  const whole = String(random(random(10) === 0 ? 1_000_000 : 200));
  const some = random(digits + 1);
  return some === 0 ? whole : `${whole}.${String(random(10 ** some)).padStart(some, '0')}`;
}

test('no cent is lost over a million random carts', () => {
  const CHUNKS = 100;
  const CARTS = 10_000;
  let carts = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomOf(seed);
      for (let cart = 0; cart < CARTS; cart += 1) {
        const currency = CODES[random(CODES.length)] ?? 'EUR';
        let expected = '0';
        const lines: PricedLine[] = [];
        for (let count = 1 + random(4); count > 0; count -= 1) {
          const raw = priceText(random, currency);
          const quantity = 1 + random(12);
          lines.push({ unitMinor: parseMinorUnits(raw, currency), quantity, currency });
          expected = addTexts(expected, times(raw, quantity));
        }
        const { totals, unclear } = totalsOf(lines);
        const text = totals.length === 1 && totals[0] ? decimalText(totals[0]) : '';
        // `expect` a million times would be the slowest part of it.
        if (unclear !== 0 || !sameAmount(text, expected)) expect({ lines, text, unclear }).toEqual({ lines, text: expected, unclear: 0 });
        carts += 1;
      }
    }),
    { numRuns: CHUNKS, endOnFailure: true },
  );
  expect(carts).toBeGreaterThanOrEqual(CHUNKS * CARTS);
}, 300_000);

function sameAmount(a: string, b: string): boolean {
  const [wholeA = '', partA = ''] = a.split('.');
  const [wholeB = '', partB = ''] = b.split('.');
  const digits = Math.max(partA.length, partB.length);
  return wholeA === wholeB && partA.padEnd(digits, '0') === partB.padEnd(digits, '0');
}

const money = { minor: fc.bigInt({ min: 0n, max: 10n ** 15n }), currency: fc.constantFrom('EUR', 'JPY', 'KWD') };
const extra: fc.Arbitrary<Extra> = fc.record({ kind: fc.constantFrom('fee', 'discount', 'line'), ...money });
const line: fc.Arbitrary<PricedLine> = fc.record({
  unitMinor: fc.option(fc.integer({ min: 0, max: 10 ** 9 })),
  quantity: fc.option(fc.integer({ min: 0, max: 99_999 })),
  currency: fc.option(money.currency),
});
const of = (sums: { totals: { minor: bigint; currency: string }[] }, currency: string) => sums.totals.find((total) => total.currency === currency)?.minor ?? 0n;

test('fees and lines add, discounts count against it, each in its own currency', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(extra, { maxLength: 8 }), (lines, extras) => {
      const sums = totalsOf(lines, extras);
      for (const currency of ['EUR', 'JPY', 'KWD']) {
        const cart = lines.filter((one) => one.currency === currency).map((one) => lineMinor(one.unitMinor, one.quantity) ?? 0n);
        const plus = extras.filter((one) => one.currency === currency && one.kind !== 'discount').map((one) => one.minor);
        const minus = extras.filter((one) => one.currency === currency && one.kind === 'discount').map((one) => one.minor);
        const add = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
        expect(of(sums, currency)).toBe(add(cart) + add(plus) - add(minus));
      }
      expect(sums.unclear).toBe(totalsOf(lines).unclear);
    }),
    { numRuns: 500 },
  );
});

test('two carts together come to what each comes to', () => {
  const cart = fc.tuple(fc.array(line, { maxLength: 8 }), fc.array(extra, { maxLength: 4 }));
  fc.assert(
    fc.property(cart, cart, ([linesA, extrasA], [linesB, extrasB]) => {
      const [a, b] = [totalsOf(linesA, extrasA), totalsOf(linesB, extrasB)];
      const both = totalsOf([...linesA, ...linesB], [...extrasA, ...extrasB]);
      expect(both.unclear).toBe(a.unclear + b.unclear);
      for (const currency of ['EUR', 'JPY', 'KWD']) expect(of(both, currency)).toBe(of(a, currency) + of(b, currency));
    }),
    { numRuns: 500 },
  );
});
