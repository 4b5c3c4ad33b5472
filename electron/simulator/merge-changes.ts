import { PRACTICE_ACCOUNT } from './practice-account.ts';
import type { Change, Contact, Entry, WebhookBody } from '../wire/webhook-types.ts';

function contactsOf(changes: readonly Change[]): Contact[] {
  const known = new Map<string, Contact>();
  for (const contact of changes.flatMap((change) => change.value.contacts ?? [])) known.set(contact.user_id ?? contact.wa_id ?? '', contact);
  return [...known.values()];
}

function together(changes: readonly Change[], part: 'messages' | 'statuses'): Change[] {
  const [first] = changes;
  if (first === undefined) return [];
  const { contacts: _, messages: __, statuses: ___, ...common } = first.value;
  const contacts = contactsOf(changes);
  const items =
    part === 'messages'
      ? { messages: changes.flatMap((change) => change.value.messages ?? []) }
      : { statuses: changes.flatMap((change) => change.value.statuses ?? []) };
  return [{ field: first.field, value: { ...common, ...(contacts.length > 0 ? { contacts } : {}), ...items } }];
}

function entryOf(changes: readonly Change[]): Entry {
  const messages = changes.filter((change) => change.field === 'messages' && change.value.messages !== undefined);
  const statuses = changes.filter((change) => change.field === 'messages' && change.value.statuses !== undefined);
  const others = changes.filter((change) => !messages.includes(change) && !statuses.includes(change));
  return { id: PRACTICE_ACCOUNT.wabaId, changes: [...together(messages, 'messages'), ...together(statuses, 'statuses'), ...others] };
}

/**
 * One webhook body of many changes, in every way that Meta may bundle them: several messages to a value, several values to an entry, and
 * from four on several entries. Statuses keep their order.
 */
export function mergeChanges(changes: readonly Change[]): WebhookBody {
  const half = changes.length >= 4 ? Math.ceil(changes.length / 2) : changes.length;
  const halves = [changes.slice(0, half), changes.slice(half)].filter((part) => part.length > 0);
  return { object: 'whatsapp_business_account', entry: halves.map(entryOf) };
}
