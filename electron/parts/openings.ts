import type { OpenEvent } from '../../shared/contract/live.ts';

/** A page that loads only now (the window was closed) is still told what was asked for this long ago. */
const REMEMBER_MS = 15_000;

/** Carries "show this order" from a notification to the screens. */
export function createOpenings(now: () => number) {
  const readers = new Set<(event: OpenEvent) => void>();
  let last: { event: OpenEvent; at: number } | null = null;

  return {
    open(event: OpenEvent): void {
      last = readers.size === 0 ? { event, at: now() } : null;
      for (const read of readers) read(event);
    },
    async *listen(signal?: AbortSignal): AsyncGenerator<OpenEvent, void, void> {
      const queue: OpenEvent[] = last && now() - last.at < REMEMBER_MS ? [last.event] : [];
      last = null;
      let wake = () => {};
      const read = (event: OpenEvent) => {
        queue.push(event);
        wake();
      };
      const end = () => wake();
      readers.add(read);
      signal?.addEventListener('abort', end);
      try {
        while (!signal?.aborted) {
          const next = queue.shift();
          if (next) yield next;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        readers.delete(read);
        signal?.removeEventListener('abort', end);
      }
    },
  };
}
