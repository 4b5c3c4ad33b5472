const DAY_MS = 24 * 60 * 60 * 1000;
/** Days before its end at which is warned of an access token, the last warning first. */
export const TOKEN_WARNING_DAYS = [1, 3, 7] as const;
export type TokenWarningDays = (typeof TOKEN_WARNING_DAYS)[number];

/** Of which end was warned, and at how many days before it the last time. */
export type TokenTold = { expiresAt: number; days: number };

/**
 * The warning that is due now, in days before the end; null where none is, or where it was told already. Each is told once, and one that was
 * missed while the program did not run is left out for the nearer one.
 * @param expiresAt ms since epoch; null: never
 */
export function tokenWarning(expiresAt: number | null, now: number, told: TokenTold | null): TokenWarningDays | null {
  if (expiresAt === null || now >= expiresAt) return null;
  const due = TOKEN_WARNING_DAYS.find((days) => expiresAt - now <= days * DAY_MS);
  if (due === undefined) return null;
  return told?.expiresAt === expiresAt && told.days <= due ? null : due;
}

/** Whether a token is so near its end that the light says so. */
export function isTokenEnding(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && expiresAt - now <= Math.max(...TOKEN_WARNING_DAYS) * DAY_MS;
}
