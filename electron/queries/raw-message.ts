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
    return JSON.stringify(findById(body, message.wamid) ?? body, null, 2);
  } catch {
    return text;
  }
}

type RawJson = {
  rawJSON(text: string): unknown;
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
};

/** Numbers stay the tokens that they were: what is shown as having arrived must not say 7.1 for 7.10. */
export function parseKeepingDigits(text: string): unknown {
  // Both are newer than the lib's types, not than the engines we run on.
  const { rawJSON, parse } = JSON as unknown as RawJson;
  return parse(text, (_key, value, { source }) => (typeof value === 'number' && source !== undefined ? rawJSON(source) : value));
}

/** The object with this id, wherever it stands in either shape. */
function findById(value: unknown, id: string | null): unknown {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value) && 'id' in value && textOfId(value.id) === id && 'type' in value) return value;
  for (const inner of Object.values(value)) {
    const found = findById(inner, id);
    if (found !== null) return found;
  }
  return null;
}

/** An id as it is stored: text, or a number's own digits. */
export function textOfId(id: unknown): string | null {
  if (typeof id === 'string') return id;
  return typeof id === 'object' && id !== null && 'rawJSON' in id ? String(id.rawJSON) : null;
}
