/** Wall-clock times within a week: "HH:MM" in the shop's time zone. */
export type ClockSpan = { from: string; to: string };

/** A clock time, 00:00 to 23:59. */
export const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
