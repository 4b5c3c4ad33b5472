/** The digits of a phone number as people write it: with blanks and strokes, and with the 0 that is dialled within a country; none where it is no number. */
export function digitsOf(text: string): string[] {
  if (!/^\+?[\d\s()/.-]+$/.test(text)) return [];
  const digits = text.replace(/\D/g, '');
  return digits === '' ? [] : digits.startsWith('00') ? [digits, digits.slice(2)] : digits.startsWith('0') ? [digits, digits.slice(1)] : [digits];
}
