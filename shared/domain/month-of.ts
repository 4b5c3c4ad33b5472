import { localParts } from './business-day.ts';

const QUARTER_HOUR_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar month that a moment belongs to in a time zone (IANA name): from its first moment until before the next one's, ms. */
export function monthOf(at: number, timeZone: string): { from: number; until: number } {
  const { year, month } = localParts(at, timeZone);
  return { from: startOf(year, month, timeZone), until: startOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, timeZone) };
}

/** Time zones lie on quarters of an hour, at most 14 hours from UTC. */
function startOf(year: number, month: number, timeZone: string): number {
  const isThere = (at: number) => {
    const parts = localParts(at, timeZone);
    return parts.year > year || (parts.year === year && parts.month >= month);
  };
  let at = Date.UTC(year, month - 1, 1) - DAY_MS;
  while (!isThere(at)) at += QUARTER_HOUR_MS;
  return at;
}
