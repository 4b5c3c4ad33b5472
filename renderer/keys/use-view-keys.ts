import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { isTyping } from './is-typing.ts';

const VIEWS = ['/orders', '/chats', '/catalogue', '/day-book', '/connection', '/settings'];

/** Alt and a number leads to a view from anywhere; the question mark shows the keys. */
export function useViewKeys(showKeys: () => void): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      const view = /^Digit([1-6])$/.exec(event.code)?.[1];
      if (event.altKey && view !== undefined) {
        event.preventDefault();
        navigate(VIEWS[Number(view) - 1] ?? '/orders');
      } else if (event.key === '?' && !event.altKey && !isTyping(event.target)) {
        event.preventDefault();
        showKeys();
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
