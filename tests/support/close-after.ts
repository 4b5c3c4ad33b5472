import { onTestFinished } from 'vitest';

/** Ends a thing when the test ends, however it ends; the newest first. */
export function closeAfter<T extends { stop(): Promise<void> }>(thing: T): T {
  onTestFinished(() => thing.stop());
  return thing;
}
