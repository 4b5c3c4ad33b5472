/** How the orders are laid out on this screen. */
export type OrdersLayout = 'board' | 'list';

const KEY = 'shopbell.orders-layout';

/** The layout that this screen had the last time. */
export function keptLayout(): OrdersLayout {
  return localStorage.getItem(KEY) === 'list' ? 'list' : 'board';
}

/** Keeps the layout for the next time. */
export function keepLayout(layout: OrdersLayout): void {
  localStorage.setItem(KEY, layout);
}
