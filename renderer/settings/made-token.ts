/** The first real value opens the real shop, which draws the settings anew: a token made just then must still be seen. */
const SHOWN_FOR_MS = 5 * 60_000;

let made: { token: string; at: number } | null = null;

/** Keeps a token in sight for a few minutes. */
export function keepMadeToken(token: string): void {
  made = { token, at: Date.now() };
}

/** The token made a moment ago; null when there is none. */
export function madeToken(): string | null {
  return made && Date.now() - made.at < SHOWN_FOR_MS ? made.token : null;
}
