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
    if (!opened || !view || (focused && view.contains(focused) && focused.checkVisibility())) return;
    panel.current?.focus();
  }, [panel, opened]);
}
