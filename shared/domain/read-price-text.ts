import { currencyExponent } from './currency-exponents.ts';
import { parseMinorUnits } from './money.ts';

/** First digits of the scripts that prices have been seen in beside Latin: Arabic, Persian, Devanagari, Bengali. */
const ZEROS = ['\u0660', '\u06f0', '\u0966', '\u09e6'].map((zero) => zero.charCodeAt(0));

/**
 * Minor units of a price that a catalogue gives as text for display ("€12.40", "FCFA10,000", "12,99 EUR"): only where it can mean one thing.
 * @returns null where it could be read in two ways, or is no single price
 */
export function readPriceText(text: string, currency: string): number | null {
  const latin = [...text].map((sign) => latinDigit(sign)).join('');
  const number = /^[^\d-]*(\d[\d.,'’\u066b\u066c\u00a0\u202f ]*\d|\d)[^\d-]*$/u.exec(latin)?.[1];
  if (number === undefined) return null;
  const plain = number.replaceAll('\u066b', '.').replaceAll('\u066c', ',');
  const exponent = currencyExponent(currency);
  const decimals = /^(.*?)([.,])(\d+)$/.exec(plain);
  const [, before = plain, mark = '', after = ''] = decimals ?? [];
  if (mark === '') return grouped(plain) ? parseMinorUnits(digitsOf(plain), currency) : null;
  const couldBeDecimals = exponent > 0 && after.length === exponent && !before.includes(mark) && grouped(before);
  const couldBeThousands = after.length === 3 && grouped(plain);
  if (couldBeDecimals === couldBeThousands) return null;
  return couldBeDecimals ? parseMinorUnits(`${digitsOf(before)}.${after}`, currency) : parseMinorUnits(digitsOf(plain), currency);
}

/** Whole digits, or threes of them divided by one and the same mark (in India: twos before the last three). */
function grouped(text: string): boolean {
  return /^\d+$/.test(text) || /^\d{1,3}(?:([.,'’\u00a0\u202f ])\d{3})(?:\1\d{3})*$/u.test(text) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(text);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function latinDigit(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? sign : String(code - zero);
}
