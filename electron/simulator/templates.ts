/** An approved utility template of the practice account, with how many fields its body has. */
export type PracticeTemplate = { name: string; languages: readonly string[]; fields: number };

const LANGUAGES = ['en', 'en_GB', 'en_US', 'de'];

/** One for each step that a customer can be told of (name, number), and one for all of them (name, number, state). */
export const TEMPLATES: readonly PracticeTemplate[] = [
  ...['accepted', 'preparing', 'ready', 'completed', 'declined', 'cancelled'].map((step) => ({ name: `order_${step}`, languages: LANGUAGES, fields: 2 })),
  { name: 'order_update', languages: LANGUAGES, fields: 3 },
  { name: 'hello_world', languages: ['en_US'], fields: 0 },
];
