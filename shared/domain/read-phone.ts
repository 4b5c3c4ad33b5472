import { normaliseWaId } from './customer-identity.ts';

/**
 * A telephone number as WhatsApp's ids write it: digits with the country's code. Null where it tells no country ("030 1234567") or is none:
 * guessing one would call a stranger the shop's customer.
 */
export function readPhone(typed: string): string | null {
  // "+49 (0)30": the zero in parentheses is not dialled from abroad.
  const digits = normaliseWaId(typed.replaceAll('(0)', '').replaceAll(/[./\u00a0]/g, ' ')).replace(/^00/, '');
  if (!/^[1-9]\d{6,14}$/.test(digits)) return null;
  const international = /^\s*(?:\+|00)/.test(typed);
  return international || digits.length >= 11 ? digits : null;
}
