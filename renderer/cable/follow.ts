import { pause } from './pause.ts';

/**
 * Reads a stream of the main side until the signal ends, and opens it anew when it breaks while the cable still stands.
 * @param signal ends with the cable, which ends the stream as well
 * @param open opens the stream
 * @param read called with each event
 */
export async function follow<Event>(signal: AbortSignal, open: () => Promise<AsyncIterable<Event>>, read: (event: Event) => void): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of await open()) {
        // Leaving the loop would ask the other side to end the stream, over a cable that is gone.
        if (!signal.aborted) read(event);
      }
    } catch (error) {
      if (!signal.aborted) console.warn('A stream of the main side broke', error);
    }
    if (!signal.aborted) await pause(1000);
  }
}
