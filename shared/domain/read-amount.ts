import { currencyExponent } from './currency-exponents.ts';
import { parseMinorUnits } from './money.ts';

/**
 * Minor units of an amount that a person typed: "12,50" as well as "12.50". Nothing is guessed: what could be thousands as well as decimals,
 * signs, more decimals than the currency has and more than nine digits before them are no amount.
 * @returns null where it is none
 */
export function readAmount(typed: string, currency: string): number | null {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim()) ?? [];
  if (whole === '' || fraction.length > currencyExponent(currency)) return null;
  return parseMinorUnits(fraction === '' ? whole : `${whole}.${fraction}`, currency);
}
