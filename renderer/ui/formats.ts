import { formatMoney } from '../../shared/domain/money.ts';
import type { Money } from '../../shared/domain/money.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How times, amounts and numbers are written for one reader, in the shop's time zone. */
export type Formats = ReturnType<typeof createFormats>;

/**
 * @param locale BCP 47
 * @param timeZone IANA name of the shop's; undefined, or one that this browser does not know: the browser's own
 * @param justNow what a moment ago is called
 */
export function createFormats(locale: string, timeZone: string | undefined, justNow: string) {
  const zone = timeZone === undefined || !isKnown(timeZone) ? {} : { timeZone };
  const clock = new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'short' });
  const clock24 = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clockSeconds = new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'medium' });
  const shortDay = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short' });
  const longDay = new Intl.DateTimeFormat(locale, { ...zone, weekday: 'long', day: 'numeric', month: 'long' });
  const dayKey = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const dayWord = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'conjunction' });
  const unit = (name: 'hour' | 'minute' | 'second', value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const capital = (words: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

  return {
    locale,
    clock: (at: number) => clock.format(at),
    /** "HH:MM" in every language, as fields for a time hold it. */
    clock24: (at: number) => clock24.format(at),
    clockSeconds: (at: number) => clockSeconds.format(at),
    dayKey: (at: number) => dayKey.format(at),
    /** The day in words: today, yesterday, else its date. */
    day: (at: number, now: number) => {
      if (dayKey.format(at) === dayKey.format(now)) return capital(dayWord.format(0, 'day'));
      if (dayKey.format(at) === dayKey.format(now - DAY)) return capital(dayWord.format(-1, 'day'));
      return longDay.format(at);
    },
    /** Today: the clock; another day: the day and the clock. */
    moment: (at: number, now: number) => (dayKey.format(at) === dayKey.format(now) ? clock.format(at) : `${shortDay.format(at)}, ${clock.format(at)}`),
    /** Short, for lists: the clock of today, the date of another day. */
    brief: (at: number, now: number) => (dayKey.format(at) === dayKey.format(now) ? clock.format(at) : shortDay.format(at)),
    /** "just now", "20 sec ago", "3 hr ago"; from half a day on, the moment itself. */
    ago: (at: number, now: number) => {
      const past = Math.max(0, now - at);
      if (past < 5000) return justNow;
      if (past < MINUTE) return relative.format(-Math.floor(past / 5000) * 5, 'second');
      if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
      if (past < 12 * HOUR) return relative.format(-Math.floor(past / HOUR), 'hour');
      return dayKey.format(at) === dayKey.format(now) ? clock.format(at) : `${shortDay.format(at)}, ${clock.format(at)}`;
    },
    /** "23 hr 58 min", "45 sec". */
    span: (ms: number) => {
      if (ms < MINUTE) return unit('second', Math.max(0, Math.round(ms / 1000)));
      const minutes = Math.floor(ms / MINUTE);
      if (minutes < 60) return unit('minute', minutes);
      const rest = minutes % 60;
      return rest === 0 ? unit('hour', minutes / 60) : `${unit('hour', Math.floor(minutes / 60))} ${unit('minute', rest)}`;
    },
    money: (money: Money) => formatMoney(money, locale),
    number: (value: number | bigint) => number.format(value),
    list: (words: string[]) => list.format(words),
  };
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
