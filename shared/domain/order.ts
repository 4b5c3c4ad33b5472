/** Where an order stands. Persisted in `orders.state`: do not rename. */
export const ORDER_STATES = ['new', 'accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What a person can do to an order's state. */
export const ORDER_ACTIONS = ['accept', 'prepare', 'ready', 'complete', 'decline', 'cancel'] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

const TRANSITIONS: Record<OrderAction, { to: Exclude<OrderState, 'new'>; from: readonly OrderState[] }> = {
  accept: { to: 'accepted', from: ['new'] },
  prepare: { to: 'preparing', from: ['accepted'] },
  // Nothing to prepare: it stands on the shelf.
  ready: { to: 'ready', from: ['accepted', 'preparing'] },
  complete: { to: 'completed', from: ['ready'] },
  // Before the shop has said yes it is declined, after that it is cancelled.
  decline: { to: 'declined', from: ['new'] },
  cancel: { to: 'cancelled', from: ['accepted', 'preparing', 'ready'] },
};

/** The state after an action, or null where the action is not possible from there. */
export function nextOrderState(state: OrderState, action: OrderAction): OrderState | null {
  const { to, from } = TRANSITIONS[action];
  return from.includes(state) ? to : null;
}

/** The state that an action leads to, wherever it starts. */
export function stateAfter(action: OrderAction): Exclude<OrderState, 'new'> {
  return TRANSITIONS[action].to;
}

/** What moves an order forward from where it stands: the filled button; null where it has come to its end. */
export function forwardAction(state: OrderState): OrderAction | null {
  const forward: Partial<Record<OrderState, OrderAction>> = { new: 'accept', accepted: 'prepare', preparing: 'ready', ready: 'complete' };
  return forward[state] ?? null;
}

/** True for an order that has come to its end. */
export function isClosed(state: OrderState): boolean {
  return state === 'completed' || state === 'declined' || state === 'cancelled';
}

/** How long a step can be taken back without a word to the customer, and how long what tells the customer waits, ms. */
export const UNDO_MS = 10_000;

/** How the customer gets it. */
export const FULFILMENTS = ['pickup', 'delivery'] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

export const PAYMENT_METHODS = ['cash', 'card', 'transfer', 'online', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const EXTRA_KINDS = ['fee', 'discount', 'line'] as const;
export type ExtraKind = (typeof EXTRA_KINDS)[number];

/** Two carts of one customer within this time are perhaps one, ms. */
export const REPLACES_WITHIN_MS = 60 * 60 * 1000;
