import type { DayBookView } from '../shared/contract/day-book.ts';
import { businessDay } from '../shared/domain/business-day.ts';
import type { AskReader } from './ask-reader.ts';

/** What of a line its day book is asked with. */
export type DayBookSource = { reader: Pick<AskReader, 'ask'>; day: () => { timeZone: string; businessDayStart: number } };

/**
 * The day book of a business day, answered by the thread that reads; rejects as that does.
 * @param day YYYY-MM-DD; left out: the day that runs now
 */
export function askDayBook({ reader, day: rule }: DayBookSource, now: number, day?: string): Promise<DayBookView> {
  const { timeZone, businessDayStart } = rule();
  const today = businessDay(now, timeZone, businessDayStart);
  return reader.ask('dayBook', { day: day ?? today, today, timeZone, businessDayStart });
}
