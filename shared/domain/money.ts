import { currencyExponent } from './currency-exponents.ts';

/** An amount: minor units (cents, yen, fils) of an ISO 4217 currency. */
export type Money = { minor: bigint; currency: string };

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Minor units of a price in major units, read from its own digits ("599.9" EUR is 59990), never through binary floating point.
 * @param raw the price as it was written: a JSON number's token or a string of the same form
 * @returns null where it is no decimal number, has more digits than the currency, or exceeds 2^53 - 1
 */
export function parseMinorUnits(raw: string, currency: string): number | null {
  const match = DECIMAL.exec(raw.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const digits = whole + fraction;
  const shift = currencyExponent(currency) - fraction.length + Number(power);
  if (shift > 30) return /^0*$/.test(digits) ? 0 : null;
  const kept = shift >= 0 ? digits + '0'.repeat(shift) : digits.slice(0, shift);
  const dropped = shift >= 0 ? '' : digits.slice(shift);
  if (/[^0]/.test(dropped)) return null;
  const minor = Number(`${sign}${kept || '0'}`);
  return Number.isSafeInteger(minor) ? minor + 0 : null;
}

/** A line's amount, or null where its price or its quantity is unclear. */
export function lineMinor(unitMinor: number | null, quantity: number | null): bigint | null {
  return unitMinor === null || quantity === null ? null : BigInt(unitMinor) * BigInt(quantity);
}

export type PricedLine = { unitMinor: number | null; quantity: number | null; currency: string | null };

/** What stands beside the lines of an order; `minor` is never negative, a discount counts against the total. */
export type Extra = { kind: 'fee' | 'discount' | 'line'; minor: bigint; currency: string };

/** Totals of an order: lines and extras, one per currency in order of appearance, and how many lines could not be counted in ("plus 1 unclear"). */
export function totalsOf(lines: readonly PricedLine[], extras: readonly Extra[] = []): { totals: Money[]; unclear: number } {
  const sums = new Map<string, bigint>();
  let unclear = 0;
  for (const line of lines) {
    const amount = lineMinor(line.unitMinor, line.quantity);
    if (amount === null || line.currency === null) unclear += 1;
    else sums.set(line.currency, (sums.get(line.currency) ?? 0n) + amount);
  }
  for (const { kind, minor, currency } of extras) sums.set(currency, (sums.get(currency) ?? 0n) + (kind === 'discount' ? -minor : minor));
  return { totals: [...sums].map(([currency, minor]) => ({ minor, currency })), unclear };
}

/** Decimal text of an amount ("-12.05"): what `Intl.NumberFormat` formats exactly, digits and all. */
export function decimalText({ minor, currency }: Money): `${number}` {
  const exponent = currencyExponent(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent > 0 ? `.${digits.slice(-exponent)}` : '';
  return `${minor < 0n ? '-' : ''}${whole}${fraction}` as `${number}`;
}

/** An amount in the reader's language, with the currency's own digits; a code that `Intl` refuses is written as it came. */
export function formatMoney(money: Money, locale: string): string {
  const digits = currencyExponent(money.currency);
  try {
    const style = { style: 'currency', currency: money.currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    // Intl takes decimal strings exactly; the lib's type of it is newer than the target.
    return (new Intl.NumberFormat(locale, style).format as (value: string) => string)(decimalText(money));
  } catch {
    return `${decimalText(money)} ${money.currency}`;
  }
}
