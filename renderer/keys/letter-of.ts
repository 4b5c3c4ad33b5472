import { isTyping } from './is-typing.ts';

type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; target: EventTarget | null; repeat?: boolean };

/** The single letter that was pressed, lower case; null while typing, with a modifier, or where letter keys are off. */
export function letterOf(event: KeyPress, letterKeys: boolean): string | null {
  if (!letterKeys || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null;
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : null;
}
