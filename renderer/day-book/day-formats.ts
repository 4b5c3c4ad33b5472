/** A business day is a name and no moment: it is written as it is called, whatever the time zone. */
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** "Monday, 23 November 2026" */
export function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(at(day));
}

/** "23 Nov" */
export function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(at(day));
}

/** The day so many days later, YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return new Date(at(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** An hour on the clock as it is written there: "16:00", "4 pm". */
export function hourWords(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle: 'short' }).format(hour * 60 * 60 * 1000);
}

/** True for a day as an address or a date field may name it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && new Date(at(text)).toISOString().startsWith(text);
}
