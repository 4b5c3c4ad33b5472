/** Where an order stands. Persisted in `orders.state`: do not rename. */
export const ORDER_STATES = ['new', 'accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What a person can do to an order. */
export type OrderAction = 'accept' | 'decline';

const TRANSITIONS: Record<OrderAction, Partial<Record<OrderState, OrderState>>> = {
  accept: { new: 'accepted' },
  decline: { new: 'declined', accepted: 'declined' },
};

/** The state after an action, or null where the action is not possible from there. */
export function nextOrderState(state: OrderState, action: OrderAction): OrderState | null {
  return TRANSITIONS[action][state] ?? null;
}
