import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import { letterOf } from '../keys/letter-of.ts';
import { moveFocus } from '../keys/move-focus.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { useSettings } from '../settings/use-settings.ts';

/** What `useOrderKeys` hears. */
const ORDER_LETTERS = 'adup';

type Keys = { orderId: number | null; closeChat: (() => void) | null; make: () => void; changeLayout: () => void };

/** The keys of the whole orders page: arrows go from order to order, Escape goes back, N makes an order, L changes between board and list. */
export function useOrdersKeys(root: RefObject<HTMLDivElement | null>, { orderId, closeChat, make, changeLayout }: Keys): void {
  const [, navigate] = useLocation();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;

  useKeysWithin(root, (event) => {
    // An input method has its own keys.
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape' && closeChat) closeChat();
    else if (event.key === 'Escape' && orderId !== null) {
      const back = root.current?.querySelector<HTMLElement>(`[data-order-link="${orderId}"]`);
      navigate('/orders');
      // Where one panel shows at a time, the board comes back only after this.
      requestAnimationFrame(() => back?.focus());
    } else if (root.current && moveFocus(root.current, event.key, '[data-order-link]', '[data-column]')) event.preventDefault();
  });

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    // On the page itself where nothing has the focus, but not in a dialog over it, nor in the rail.
    const within = event.target === document.body || (event.target instanceof Node && root.current?.contains(event.target));
    if (!within || event.defaultPrevented) return;
    const letter = letterOf(event, letterKeys);
    if (letter === 'n') make();
    else if (letter === 'l') changeLayout();
    // Letters act on a focused order alone. Where nothing has the focus the first one shows which order is meant, and the second one acts.
    else if (event.target === document.body && letter !== null && ORDER_LETTERS.includes(letter))
      root.current?.querySelector<HTMLElement>('[data-opened]')?.focus();
    else if (event.target === document.body && event.key.startsWith('Arrow')) root.current?.querySelector<HTMLElement>('[data-order-link]')?.focus();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
