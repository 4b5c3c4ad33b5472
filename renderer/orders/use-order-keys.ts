import type { RefObject } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { forwardAction, isClosed } from '../../shared/domain/order.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { letterOf } from '../keys/letter-of.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { useSettings } from '../settings/use-settings.ts';

/** What the letters do with one order. */
export type OrderKeys = { forward: () => void; end: () => void; undo: () => void; print: () => void };

/** The letters of one order: A moves it on, D declines or cancels it, U undoes its last step, P prints it. */
export function useOrderKeys(root: RefObject<HTMLElement | null>, order: OrderView | null | undefined, keys: OrderKeys): void {
  const offline = useOffline();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  useKeysWithin(root, (event) => {
    const letter = letterOf(event, letterKeys);
    if (!order || offline || letter === null || event.defaultPrevented) return;
    if (letter === 'a' && forwardAction(order.state)) keys.forward();
    else if (letter === 'd' && !isClosed(order.state)) keys.end();
    // An old step is undone only by its button: the letter is for what was just done.
    else if (letter === 'u' && order.undo && Date.now() < order.undo.freeUntil) keys.undo();
    else if (letter === 'p') keys.print();
    else return;
    event.preventDefault();
  });
}
