import type { AnyRow } from '../store/person-export.ts';

/** Columns that hold JSON, in whatever table. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(['content', 'failure', 'pricing', 'referral', 'tags', 'detail', 'coordinates']);
/** Rows' places in this program's own memory, and secrets of its machinery: they say nothing of a person. */
const LEFT_OUT: ReadonlySet<string> = new Set(['log_id', 'callback_id', 'request_id', 'token', 'url', 'url_at', 'tries', 'next_at']);
const MOMENTS: ReadonlySet<string> = new Set(['at', 'rings_from', 'warned_for']);
const LAST_MOMENT = 8.64e15;

/** A row for a person to keep: without what is empty, moments as ISO 8601 in UTC, and what is JSON within a text as what it says. */
export function describeRow(row: AnyRow): Record<string, unknown> {
  const told = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (value === null || LEFT_OUT.has(name) || Buffer.isBuffer(value)) return [];
    if (typeof value === 'number' && (MOMENTS.has(name) || name.endsWith('_at'))) return [[name, momentOf(value)]];
    return [[name, typeof value === 'string' && JSON_COLUMNS.has(name) ? parsed(value) : value]];
  });
  return Object.fromEntries(told);
}

function momentOf(value: number): string | number {
  return Math.abs(value) <= LAST_MOMENT ? new Date(value).toISOString() : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
