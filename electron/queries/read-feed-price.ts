import { currencyExponent } from '../../shared/domain/currency-exponents.ts';
import { decimalText, parseMinorUnits } from '../../shared/domain/money.ts';

/**
 * A price as feeds write it: "6.50 EUR", "EUR 6.50", "6,50 EUR", "6.50" (then in `currency`, ISO 4217). What could be thousands as well as
 * decimals is no price.
 * @returns its display text ("6.50 EUR") and currency; null where it is none
 */
export function readFeedPrice(written: string, currency: string): { text: string; currency: string } | null {
  const [, before, number = '', after] =
    /^(?:([A-Za-z]{3})\s*)?(\d{1,9}(?:[.,]\d+)?)(?:\s*([A-Za-z]{3}))?$/.exec(written.replaceAll(/[\u00a0\u202f]/gu, ' ').trim()) ?? [];
  if (number === '' || (before !== undefined && after !== undefined)) return null;
  const code = (before ?? after ?? currency).toUpperCase();
  // Meta's feeds write a point; "1.234 EUR" has more decimals than the euro and is refused, "6.5 EUR" is six and a half.
  const minor = parseMinorUnits(number.replace(',', '.'), code);
  if (minor === null || (number.includes(',') && (number.split(',')[1]?.length ?? 0) !== currencyExponent(code))) return null;
  return { text: `${decimalText({ minor: BigInt(minor), currency: code })} ${code}`, currency: code };
}
