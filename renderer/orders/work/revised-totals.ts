import type { OrderView } from '../../../shared/contract/orders.ts';
import { totalsOf } from '../../../shared/domain/money.ts';
import type { Money } from '../../../shared/domain/money.ts';

/** What the lines came to as they were ordered, without what was added since. */
export function orderedTotals(order: Pick<OrderView, 'lines'>): Money[] {
  return totalsOf(order.lines.map((line) => ({ ...line, quantity: line.orderedQuantity ?? line.quantity }))).totals;
}

/**
 * What an order comes to with other quantities, extras included; struck lines count for nothing.
 * @param quantities by the line's position; a line that is not named keeps its own
 */
export function revisedTotals(order: Pick<OrderView, 'lines' | 'extras'>, quantities: ReadonlyMap<number, number>): { totals: Money[]; unclear: number } {
  const lines = order.lines.map((line) => ({ ...line, quantity: quantities.get(line.position) ?? line.quantity })).filter((line) => line.quantity !== 0);
  return totalsOf(
    lines,
    order.extras.map(({ kind, amount }) => ({ kind, minor: amount.minor, currency: amount.currency })),
  );
}
