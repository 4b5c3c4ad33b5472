/** Country codes of two digits (ITU E.164); 1 and 7 have one, all others three. */
const TWO = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The country's code at the beginning of a number (digits); null where it is too short to have one. */
export function countryCode(digits: string): string | null {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return null;
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, TWO.test(digits) ? 2 : 3);
}

/**
 * What a number that was typed as one's own country writes it ("0151 2345678", "11 98765-4321") may be abroad, as digits: with the country's code of
 * the shop's own number, with and without the zero in front (Italy keeps it). Empty where it tells its country itself, or is no number.
 */
export function nationalSpellings(typed: string, shopNumber: string): string[] {
  const country = countryCode(shopNumber);
  const digits = typed.replaceAll(/[\s()./\u00a0-]/g, '');
  if (country === null || /^(?:\+|00)/.test(typed.trim()) || !/^\d{6,12}$/.test(digits)) return [];
  return [...new Set([digits.replace(/^0/, ''), digits])].map((number) => country + number);
}
