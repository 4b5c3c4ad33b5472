import type { RefObject } from 'react';
import { letterOf } from '../../keys/letter-of.ts';

const MESSAGE = '[data-message]';
const LETTERS: Readonly<Record<string, string>> = { r: 'reply', e: 'react', m: 'more' };

/** The keys of a focused message: arrows lead on to the next, R, E and M do what its buttons do, as the menu key does. True: the key was one of these. */
export function useMessageKeys(root: RefObject<HTMLElement | null>, letterKeys: boolean): (event: KeyboardEvent) => boolean {
  return (event) => {
    const focused = document.activeElement;
    const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const log = root.current?.querySelector('[role=log]');
    if (!(focused instanceof HTMLElement) || !log?.contains(focused)) return false;
    const message = focused.matches(MESSAGE) ? focused : null;
    // Rows are drawn anywhere in the page's order: their place tells which comes next.
    const all = [...log.querySelectorAll<HTMLElement>(MESSAGE)].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    if (arrow !== 0 && (message || focused === log) && !event.altKey && !event.ctrlKey) {
      const next = message ? all[all.indexOf(message) + arrow] : all.findLast((one) => isInSight(one, log));
      event.preventDefault();
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'nearest' });
      return true;
    }
    const tool = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10') ? 'more' : LETTERS[letterOf(event, letterKeys) ?? ''];
    const button = tool === undefined ? null : message?.querySelector<HTMLElement>(`[data-tool="${tool}"]`);
    if (!button) return false;
    event.preventDefault();
    // What opens stands at the button, and of a long message that may be out of sight.
    button.scrollIntoView({ block: 'nearest' });
    button.click();
    return true;
  };
}

/** Rows are drawn beyond both ends of what one sees. */
function isInSight(one: HTMLElement, log: Element): boolean {
  const { top, bottom } = log.getBoundingClientRect();
  const place = one.getBoundingClientRect();
  return place.top < bottom - 8 && place.bottom > top + 8;
}
