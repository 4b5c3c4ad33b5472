/** The names under which Meta may know one and the same customer. Persisted in `customer_aliases.kind`. */
export const ALIAS_KINDS = ['wa_id', 'user_id', 'parent_user_id'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
export type Alias = { kind: AliasKind; value: string };

/** A WhatsApp id as digits: one documented example carries a leading "+", relays add spaces. */
export function normaliseWaId(value: string): string {
  const digits = value.replace(/[\s()+-]/g, '');
  return digits === '' ? value : digits;
}

/**
 * What a customer is called: as the shop calls them, else the profile's name, else the username, else the number, else nothing (the page
 * says so). A username is shown and found, and is never an identity by itself: Meta gives one that was given up to somebody else.
 */
export function displayName(customer: { called: string | null; name: string | null; username: string | null; phone: string | null }): string | null {
  if (customer.called !== null && customer.called !== '') return customer.called;
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

/**
 * Numbers of mobile telephones that WhatsApp spells in two ways, as digits: what all spellings of one have in common. Brazil's ninth digit is missing
 * from accounts older than it (and from no landline, whose numbers begin with 2 to 5); Mexico's 1 and Argentina's 9 after the country's code come
 * and go. Null for every other number: it is spelt in one way.
 */
export function canonicalNumber(digits: string): string | null {
  const brazil = /^55([1-9]\d)9?([6-9]\d{7})$/.exec(digits);
  if (brazil) return `55${brazil[1]}9${brazil[2]}`;
  const mexico = /^521?([2-9]\d{9})$/.exec(digits);
  if (mexico) return `52${mexico[1]}`;
  const argentina = /^549?([1-3]\d{9})$/.exec(digits);
  return argentina ? `549${argentina[1]}` : null;
}

/** Every way in which WhatsApp may spell a number (digits), the given one first. */
export function spellingsOf(digits: string): string[] {
  const [, country = '', rest = ''] = /^(5[245])(\d+)$/.exec(canonicalNumber(digits) ?? '') ?? [];
  const all: Record<string, string[]> = {
    52: [`52${rest}`, `521${rest}`],
    54: [`54${rest.slice(1)}`, `54${rest}`],
    55: [`55${rest}`, `55${rest.slice(0, 2)}${rest.slice(3)}`],
  };
  return [...new Set([digits, ...(all[country] ?? [])])];
}

/** Two halves of one person have one note: what stands in both stands there once. */
export function joinNotes(first: string | null, second: string | null): string | null {
  const lines = [...new Set([...(first ?? '').split('\n'), ...(second ?? '').split('\n')])];
  const joined = first && second && first !== second ? lines.join('\n') : first || second;
  return joined || null;
}
