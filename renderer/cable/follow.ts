import { pause } from './pause.ts';

/**
 * Reads a stream of the main side until the signal ends, and opens it anew when it breaks while the cable still stands.
 * @param open opens the stream
 * @param read called with each event
 */
export async function follow<Event>(
  signal: AbortSignal,
  open: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  read: (event: Event) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of await open(signal)) {
        if (signal.aborted) return;
        read(event);
      }
    } catch (error) {
      if (!signal.aborted) console.warn('A stream of the main side broke', error);
    }
    if (!signal.aborted) await pause(1000);
  }
}
