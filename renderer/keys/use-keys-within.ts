import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/**
 * Hears the keys pressed on what is inside an element. The element itself is nothing to press, so it carries no handler of its own;
 * and a dialog that opens from within is not inside it, so its keys stay its own.
 */
export function useKeysWithin(root: RefObject<HTMLElement | null>, pressed: (event: KeyboardEvent) => void): void {
  const hear = useEffectEvent(pressed);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const listen = (event: KeyboardEvent) => hear(event);
    element.addEventListener('keydown', listen);
    return () => element.removeEventListener('keydown', listen);
  });
}
