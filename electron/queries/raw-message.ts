import { parseKeepingDigits, textOfToken } from '../store/parse-keeping-digits.ts';
import type { Store } from '../store/open-store.ts';

/**
 * What arrived, as indented JSON: the one message out of the body that brought it, else the whole body. Null for messages of
 * ours and where the body is gone.
 */
export function rawMessage(store: Store, messageId: number): string | null {
  const message = store.messages.get(messageId);
  const logged = message?.log_id == null ? null : store.webhookLog.body(message.log_id);
  if (!message || !logged) return null;
  const text = logged.body.toString('utf8');
  try {
    const body = parseKeepingDigits(text);
    return JSON.stringify(findById(body, message.wamid) ?? (message.deleted_at === null ? body : undefined), null, 2) ?? null;
  } catch {
    return text;
  }
}

/** The object with this id, wherever it stands in either shape. */
function findById(value: unknown, id: string | null): unknown {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value) && 'id' in value && textOfToken(value.id) === id && 'type' in value) return value;
  for (const inner of Object.values(value)) {
    const found = findById(inner, id);
    if (found !== null) return found;
  }
  return null;
}
