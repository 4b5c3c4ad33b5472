/** The names under which Meta may know one and the same customer. Persisted in `customer_aliases.kind`. */
export const ALIAS_KINDS = ['wa_id', 'user_id', 'parent_user_id'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
export type Alias = { kind: AliasKind; value: string };

/** A WhatsApp id as digits: one documented example carries a leading "+", relays add spaces. */
export function normaliseWaId(value: string): string {
  const digits = value.replace(/[\s()+-]/g, '');
  return digits === '' ? value : digits;
}

/** What a customer is called on the page: the profile's name, else the username, else the number, else nothing (the page says so). */
export function displayName(customer: { name: string | null; username: string | null; phone: string | null }): string | null {
  if (customer.name !== null && customer.name !== '') return customer.name;
  if (customer.username !== null && customer.username !== '') return `@${customer.username}`;
  return customer.phone === null ? null : `+${customer.phone}`;
}

/** Control and bidirectional marks that would let a name or a text turn the page's own words around. */
const HOSTILE_MARKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A customer's name without marks that could disguise it, cut to 120 characters. */
export function cleanName(name: string): string {
  return [...name.replace(HOSTILE_MARKS, '').trim()].slice(0, 120).join('');
}
