/** Comes back after the event loop has taken what waits, so that long work in parts holds up nobody. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
