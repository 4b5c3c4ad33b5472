/** Steps that a customer can be told of: the states an order can be brought to. Persisted in `order_tells.step`: do not rename. */
export const TELL_STEPS = ['accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled'] as const;
export type TellStep = (typeof TELL_STEPS)[number];
