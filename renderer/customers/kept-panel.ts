import { useSyncExternalStore } from 'react';

const KEY = 'shopbell.customer-panel';
const readers = new Set<() => void>();

/** Whether the customer stands beside the chat on this screen; open until somebody closes it. */
export function usePanelOpen(): boolean {
  return useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      return () => void readers.delete(reader);
    },
    () => localStorage.getItem(KEY) !== 'closed',
  );
}

/** Opens or closes it, and keeps that for the next time. */
export function setPanelOpen(open: boolean): void {
  localStorage.setItem(KEY, open ? 'open' : 'closed');
  for (const read of readers) read();
}
