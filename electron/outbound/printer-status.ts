const DLE_EOT = (what: number) => [0x10, 0x04, what];

/** Asks for the printer's state, the cause of its being offline, and its paper (DLE EOT 1, 2, 4): answered at once, whatever else it does. */
export const ASK_STATUS = Uint8Array.from([1, 2, 4].flatMap(DLE_EOT));
export const ANSWERS = 3;

/** Bytes of other kinds (a state sent unasked, echoes) have other bits in these places. */
export function isStatus(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010;
}

/**
 * What keeps a printer from printing, by its answers to `ASK_STATUS` in their order.
 * Source: Epson's ESC/POS reference, "Transmit real-time status".
 * @returns null where nothing does, or where the answers do not say
 */
export function readStatus(answers: readonly number[]): string | null {
  const [state = 0, cause = 0, paper = 0] = answers;
  const has = (byte: number, bit: number) => ((byte >> bit) & 1) === 1;
  if ((paper & 0b0110_0000) !== 0 || has(cause, 5)) return 'paper out';
  if (has(cause, 2)) return 'cover open';
  if (has(cause, 6)) return 'error';
  if (has(state, 3)) return 'offline';
  return null;
}
