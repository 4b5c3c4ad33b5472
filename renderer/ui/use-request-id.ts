import { useRef } from 'react';

/**
 * A name for what is asked to be done, so that asking again after a lost answer does not do it twice: the same words have the same name
 * until they were answered.
 */
export function useRequestId(): { of: (words: unknown) => string; answered: () => void } {
  const open = useRef<{ words: string; id: string } | null>(null);
  return {
    of: (words) => {
      const text = JSON.stringify(words);
      if (open.current?.words !== text) open.current = { words: text, id: crypto.randomUUID() };
      return open.current.id;
    },
    answered: () => {
      open.current = null;
    },
  };
}
