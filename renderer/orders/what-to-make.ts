import type { OrderExtraView, OrderLineView, OrderView } from '../../shared/contract/orders.ts';

/** The lines that no cart held: work like any other, so they stand wherever the cart's lines stand. */
export function ownLines(order: Pick<OrderView, 'extras'>): OrderExtraView[] {
  return order.extras.filter(({ kind }) => kind === 'line');
}

/** Not struck. */
export function isMade(line: Pick<OrderLineView, 'quantity' | 'orderedQuantity'>): boolean {
  return line.quantity !== 0 || line.orderedQuantity === null;
}

/** Nothing is to be made, as far as anybody knows. */
export function isEmptyCart(order: Pick<OrderView, 'extras' | 'lines'>): boolean {
  return order.lines.length === 0 && ownLines(order).length === 0;
}
