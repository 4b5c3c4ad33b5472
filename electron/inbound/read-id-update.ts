import { type Alias, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import { type Fields, fieldsOf, textOf, timeOf } from '../wire/tolerant.ts';
import type { PartRead } from './inbound-event.ts';

/** Reads one entry of the field `user_id_update`: a customer's business-scoped id was replaced by another. */
export function readIdUpdate(update: Fields): PartRead {
  const ids = fieldsOf(update['user_id']);
  const parents = fieldsOf(update['parent_user_id']);
  const waId = textOf(update['wa_id']);
  const aliases: Alias[] = [];
  const add = (kind: Alias['kind'], value: string | null) => {
    if (value !== null) aliases.push({ kind, value });
  };
  // In the order in which one gave way to the next.
  add('user_id', textOf(ids?.['previous']));
  add('user_id', textOf(ids?.['current']));
  add('parent_user_id', textOf(parents?.['previous']));
  add('parent_user_id', textOf(parents?.['current']));
  add('wa_id', waId === null ? null : normaliseWaId(waId));
  if (aliases.length < 2) return { events: [], problem: 'user_id_update that names no change' };
  return { events: [{ kind: 'aliases', aliases, at: timeOf(update['timestamp']) }], problem: null };
}
