import { STEP_TEXTS } from './template-texts.ts';

export type TemplateButton = { type: 'URL'; text: string; url: string } | { type: 'QUICK_REPLY'; text: string };
export type TemplateHeader = { format: 'TEXT'; text: string } | { format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'PRODUCT' };

/** A template of the practice account in one language, as far as its sends and its listing need it. Fields stand as `{{1}}` or `{{name}}`. */
export type PracticeTemplate = {
  name: string;
  language: string;
  status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED';
  category: 'UTILITY' | 'MARKETING';
  header?: TemplateHeader;
  body: string;
  footer?: string;
  buttons?: readonly TemplateButton[];
  rejectedReason?: string;
};

const ENGLISH = ['en', 'en_GB', 'en_US'] as const;

type Words = Pick<PracticeTemplate, 'body'> & Partial<Pick<PracticeTemplate, 'header' | 'footer' | 'buttons'>>;
type Kind = Pick<PracticeTemplate, 'name' | 'status' | 'category'> & Partial<Pick<PracticeTemplate, 'rejectedReason'>>;

function inLanguages(kind: Kind, words: { en: Words; de?: Words }, english: readonly string[] = ['en']): PracticeTemplate[] {
  return [...english.map((language) => ({ ...kind, language, ...words.en })), ...(words.de === undefined ? [] : [{ ...kind, language: 'de', ...words.de }])];
}

const UTILITY = { status: 'APPROVED', category: 'UTILITY' } as const;
const MARKETING = { status: 'APPROVED', category: 'MARKETING' } as const;

/** One for each step that a customer can be told of, one for all of them, and one of every other form that there is. */
export const TEMPLATES: readonly PracticeTemplate[] = [
  ...Object.entries(STEP_TEXTS).flatMap(([step, { en, de }]) =>
    inLanguages({ name: `order_${step}`, ...UTILITY }, { en: { body: en }, de: { body: de } }, ENGLISH),
  ),
  ...inLanguages(
    { name: 'pickup_reminder', ...UTILITY },
    {
      en: {
        body: 'Hello {{first_name}}, your order {{order}} waits for you until {{time}} today.',
        footer: 'Practice Bakery',
        buttons: [
          { type: 'QUICK_REPLY', text: 'I am on my way' },
          { type: 'URL', text: 'See the order', url: 'https://bakery.example/orders/{{1}}' },
        ],
      },
      de: {
        body: 'Hallo {{first_name}}, Ihre Bestellung {{order}} wartet heute bis {{time}} auf Sie.',
        footer: 'Practice Bakery',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Bin unterwegs' },
          { type: 'URL', text: 'Zur Bestellung', url: 'https://bakery.example/orders/{{1}}' },
        ],
      },
    },
  ),
  ...inLanguages(
    { name: 'delivery_today', ...UTILITY },
    {
      en: { header: { format: 'TEXT', text: 'Order {{1}}' }, body: 'Dear {{1}}, we bring your order between {{2}} o’clock, at your door.' },
      de: { header: { format: 'TEXT', text: 'Bestellung {{1}}' }, body: 'Guten Tag {{1}}, wir bringen Ihre Bestellung zwischen {{2}} Uhr an die Tür.' },
    },
  ),
  ...inLanguages(
    { name: 'invoice', ...UTILITY },
    {
      en: { header: { format: 'DOCUMENT' }, body: 'Dear {{1}}, here is the invoice for your order. Thank you!' },
      de: { header: { format: 'DOCUMENT' }, body: 'Guten Tag {{1}}, hier ist die Rechnung zu Ihrer Bestellung. Vielen Dank!' },
    },
  ),
  ...inLanguages(
    { name: 'weekend_cake', ...MARKETING },
    {
      en: {
        header: { format: 'IMAGE' },
        body: 'Hello {{1}}, this weekend we bake walnut cake. Shall we keep one for you?',
        buttons: [{ type: 'QUICK_REPLY', text: 'Yes, please' }],
      },
      de: {
        header: { format: 'IMAGE' },
        body: 'Hallo {{1}}, am Wochenende backen wir Walnusstorte. Sollen wir eine zurücklegen?',
        buttons: [{ type: 'QUICK_REPLY', text: 'Ja, gern' }],
      },
    },
  ),
  ...inLanguages({ name: 'one_product', ...MARKETING }, { en: { header: { format: 'PRODUCT' }, body: 'Hello {{1}}, it is back in the shop.' } }),
  ...inLanguages({ name: 'new_opening_hours', status: 'PENDING', category: 'UTILITY' }, { en: { body: 'From {{1}} on we open at 7 am.' } }),
  ...inLanguages(
    { name: 'buy_now', status: 'REJECTED', category: 'MARKETING', rejectedReason: 'PROMOTIONAL' },
    { en: { body: 'Buy {{1}} now, or it is gone!' } },
  ),
  ...inLanguages({ name: 'summer_sale', status: 'PAUSED', category: 'MARKETING' }, { en: { body: 'All buns are {{1}} off this week.' } }),
  { name: 'hello_world', language: 'en_US', ...UTILITY, header: { format: 'TEXT', text: 'Hello World' }, body: 'Welcome and congratulations!' },
];

/** The fields of a text, each once, in the order of their first use. */
export function fieldsOfText(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))];
}

/** Whether a template names its fields instead of numbering them. */
export function hasNames(template: PracticeTemplate): boolean {
  return fieldsOfText(template.body).some((field) => !/^\d+$/.test(field));
}
