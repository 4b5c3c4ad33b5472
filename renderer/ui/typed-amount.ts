import { decimalText, parseMinorUnits } from '../../shared/domain/money.ts';
import type { Money } from '../../shared/domain/money.ts';

/**
 * An amount as people type it, in minor units: with the comma or point that the reader's language writes, and with the other one where that can
 * mean only one thing ("12,50" is read in English, "12.50" in German). What is typed with both follows their order.
 * @param typed without sign: amounts are never negative
 * @param locale BCP 47, as the amount's reader writes numbers
 * @returns null where it is no amount of that currency
 */
export function readTypedAmount(typed: string, locale: string, currency: string): Money | null {
  const text = plainDigits(typed)
    .replace(/[\s'’٬]/g, '')
    .replace('٫', '.');
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(text)) return null;
  const decimal = decimalSign(text, locale);
  if (decimal === null) return null;
  const [whole = '', fraction, ...more] = decimal === '' ? [text] : text.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  // Thousands are groups of three, or it was something else that we should not guess.
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(whole)) return null;
  const minor = parseMinorUnits(`${whole.replace(/[.,]/g, '') || '0'}${fraction ? `.${fraction}` : ''}`, currency);
  return minor === null ? null : { minor: BigInt(minor), currency };
}

/** An amount as it is typed into a field: digits and the language's decimal sign, no currency, no groups. */
export function writeTypedAmount(money: Money, locale: string): string {
  return decimalText(money).replace('.', separatorOf(locale));
}

/** Which sign parts the decimals: `''` where there are none, null where nobody can know. */
function decimalSign(text: string, locale: string): '' | '.' | ',' | null {
  const own = separatorOf(locale);
  const other = own === '.' ? ',' : '.';
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return '';
  const sign = text[last] === '.' ? '.' : ',';
  const isMixed = text.includes('.') && text.includes(',');
  if (isMixed || sign === own) return text.indexOf(sign) === last ? sign : isMixed ? null : '';
  // The other sign alone: thousands where it looks like them, else decimals.
  const groups = text.split(other);
  return groups.length > 2 || (groups[1]?.length === 3 && groups[0] !== '' && groups[0] !== '0') ? '' : other;
}

function separatorOf(locale: string): '.' | ',' {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value;
  return sign === ',' ? ',' : '.';
}

/** Digits of other scripts (٣, ३) as 0 to 9. */
function plainDigits(text: string): string {
  return text.trim().replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const own = zero;
    // The digits of a script stand in a row of ten that begins with its zero.
    while (own - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((own - zero) % 10);
  });
}
