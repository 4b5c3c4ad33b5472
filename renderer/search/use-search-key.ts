import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Ctrl+K (on a Mac: Cmd+K) leads to the search from anywhere but an open dialog. */
export function useSearchKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [field]);
}
