import type { Reader } from '../store/open-reader.ts';

export type RowCounts = { database: { bytes: number; version: number }; rows: Record<string, Record<string, number>> };

/** How much of everything there is, by its state. */
export function countRows({ rowCounts }: Pick<Reader, 'rowCounts'>): RowCounts {
  return { database: rowCounts.database(), rows: rowCounts.all() };
}
