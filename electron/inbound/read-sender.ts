import { type Alias, cleanName, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';

/** What stands beside a message in its body. `alone`: there is no other. */
export type Surroundings = { phoneNumberId: string; contacts: readonly Fields[]; alone: boolean };

/** Who wrote, or of the shop's own messages who was written to; by which fields a message names them. */
export const SENDER = { number: 'from', userId: 'from_user_id', parentId: 'from_parent_user_id' } as const;
export const RECIPIENT = { number: 'to', userId: 'to_user_id', parentId: 'to_parent_user_id' } as const;
export const TICKED = { number: 'recipient_id', userId: 'recipient_user_id', parentId: 'recipient_parent_user_id' } as const;
export type Role = typeof SENDER | typeof RECIPIENT | typeof TICKED;

/** The entry of `contacts` that speaks of this person. */
export function contactOf(message: Fields, { contacts, alone }: Surroundings, role: Role = SENDER): Fields | null {
  const number = textOf(message[role.number]);
  const userId = textOf(message[role.userId]);
  const match = contacts.find((contact) => {
    const waId = textOf(contact['wa_id']);
    return (number !== null && waId !== null && normaliseWaId(waId) === normaliseWaId(number)) || (userId !== null && textOf(contact['user_id']) === userId);
  });
  // A single contact beside a single message is its sender, also where the two spell the number differently.
  return match ?? (alone && contacts.length === 1 ? (contacts[0] ?? null) : null);
}

/** Everything that Meta calls this person here, each once. */
export function aliasesOf(message: Fields, contact: Fields | null, role: Role = SENDER): Alias[] {
  const aliases: Alias[] = [];
  const add = (kind: Alias['kind'], value: unknown) => {
    const text = textOf(value);
    if (text === null) return;
    const alias = { kind, value: kind === 'wa_id' ? normaliseWaId(text) : text };
    if (!aliases.some((known) => known.kind === kind && known.value === alias.value)) aliases.push(alias);
  };
  add('wa_id', message[role.number]);
  add('user_id', message[role.userId]);
  add('parent_user_id', message[role.parentId]);
  add('wa_id', contact?.['wa_id']);
  add('user_id', contact?.['user_id']);
  add('parent_user_id', contact?.['parent_user_id']);
  return aliases;
}

/** Name and username of a contact's profile. */
export function namesOf(contact: Fields | null): { name: string | null; username: string | null } {
  const profile = fieldsOf(contact?.['profile']);
  return { name: named(profile?.['name']), username: named(profile?.['username'])?.replace(/^@/, '') ?? null };
}

/** A name that can be shown; null for none. */
export function named(value: unknown): string | null {
  const text = textOf(value);
  const clean = text === null ? '' : cleanName(text);
  return clean === '' ? null : clean;
}
