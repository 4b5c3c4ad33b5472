import { useSyncExternalStore } from 'react';

/** What was erased of somebody, whose name is not kept for this. */
export type Erased = { messages: number; files: number; orders: number };

let erased: Erased | null = null;
const readers = new Set<() => void>();

/** What was erased last, until somebody has read it and closed it. */
export function useErased(): Erased | null {
  return useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      return () => void readers.delete(reader);
    },
    () => erased,
  );
}

/** Says it over every view; null: it is read. */
export function sayErased(next: Erased | null): void {
  erased = next;
  for (const read of readers) read();
}
