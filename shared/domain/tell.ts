/** Steps that a customer can be told of: the states an order can be brought to. Persisted in `order_tells.step`: do not rename. */
export const TELL_STEPS = ['accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled'] as const;
export type TellStep = (typeof TELL_STEPS)[number];

/** What a text can be filled with, written {name}; the same words fill a template's fields in their order. Persisted in the settings: do not rename. */
export const TELL_FIELDS = ['name', 'number', 'total', 'time', 'reason', 'shop'] as const;
export type TellField = (typeof TELL_FIELDS)[number];
