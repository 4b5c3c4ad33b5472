import { useEffect } from 'react';
import type { RefObject } from 'react';
import { takesFocus } from './follow-focus.ts';

/** Takes the focus back where an order that had it appears anew, and nothing else was chosen meanwhile. */
export function useFollowedFocus(root: RefObject<HTMLElement | null>, orderId: number): void {
  useEffect(() => {
    if (document.activeElement !== document.body || !takesFocus(orderId, performance.now())) return;
    root.current?.querySelector<HTMLElement>('[data-order-link]')?.focus();
  }, [root, orderId]);
}
