import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';

/**
 * The id of the button that a customer pressed: of a reply button or a list's row (`interactive`), or a template's quick reply, whose
 * id is called `payload`. Null where no button was pressed, or it came without an id (seen: `payload` null).
 */
export function readButtonId(type: string, message: Fields): string | null {
  const own = fieldsOf(message[type]);
  if (type === 'button') return textOf(own?.['payload']);
  if (type !== 'interactive') return null;
  const kind = textOf(own?.['type']) ?? Object.keys(own ?? {})[0] ?? '';
  return textOf(fieldsOf(own?.[kind])?.['id']);
}
