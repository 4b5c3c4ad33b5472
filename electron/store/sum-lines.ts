import { type Money, type PricedLine, totalsOf } from '../../shared/domain/money.ts';
import type { ExtraRow } from './order-extras.ts';
import type { OrderLineRow } from './orders.ts';

/** Totals per currency, unclear lines and pieces that some lines come to, with the extras of their order. */
export function sumLines(lines: readonly OrderLineRow[], extraRows: readonly ExtraRow[]): { totals: Money[]; unclear: number; pieces: bigint } {
  // A line that was struck counts for nothing, and hides nothing either.
  const priced = lines
    .filter((line) => line.quantity !== 0)
    .map((line): PricedLine => ({ unitMinor: line.unit_minor, quantity: line.quantity, currency: line.currency }));
  const extras = extraRows.map(({ kind, minor, currency }) => ({ kind, minor: BigInt(minor), currency }));
  return { ...totalsOf(priced, extras), pieces: priced.reduce((sum, line) => sum + BigInt(line.quantity ?? 0), 0n) };
}
