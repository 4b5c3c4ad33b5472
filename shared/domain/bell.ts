/** What an order can sound like. Each is a file of the page; persisted in the settings: do not rename. */
export const ORDER_TONES = ['bell', 'chime', 'buzzer'] as const;
export type OrderTone = (typeof ORDER_TONES)[number];

/** What a chat's message can sound like; none of them sounds like an order. */
export const CHAT_TONES = ['soft', 'knock'] as const;
export type ChatTone = (typeof CHAT_TONES)[number];
