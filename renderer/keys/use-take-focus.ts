import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Brings the focus to what was just opened, where it would be lost otherwise: opened from outside the view, or from a list that is
 * hidden now because there is room for one panel alone. Keys then act on what is in front of the operator.
 * @param opened false while nothing was chosen
 */
export function useTakeFocus(panel: RefObject<HTMLElement | null>, opened: boolean): void {
  useEffect(() => {
    const focused = document.activeElement;
    const view = panel.current?.parentElement;
    // Where nothing was touched yet, nothing is taken: a page that just opened is not to act on a stray key.
    if (!opened || !view || !focused || focused === document.body) return;
    if (view.contains(focused) && focused.checkVisibility()) return;
    panel.current?.focus();
  }, [panel, opened]);
}
