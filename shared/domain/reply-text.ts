import { fillText } from './fill-text.ts';
import { type Tellable, type TellMoment, tellValues } from './tell-text.ts';

/** What a ready text may be filled with, written {name}. Persisted in the shop's texts: do not rename. */
export const REPLY_FIELDS = ['name', 'number', 'total', 'time', 'shop', 'address'] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

/** What is known when a ready text is used; `order` is the customer's newest open one, else their newest. */
export type ReplyFacts = { name: string; shop: string; order: Omit<Tellable, 'name' | 'shop' | 'reason'> | null; address: string | null };

/** A sentence does without these. */
const SOFT = ['name'] as const;

/** The text that a language's customers get: theirs, else English, else the first there is; null where all are empty. */
export function chooseText(texts: Readonly<Record<string, string>>, language: string): { text: string; language: string } | null {
  const codes = [language, 'en', ...Object.keys(texts)];
  const code = codes.find((one) => (texts[one] ?? '').trim() !== '');
  return code === undefined ? null : { text: texts[code] ?? '', language: code };
}

/** A ready text with its fields filled; what has no value leaves no gap. @param language ISO 639, of the text */
export function replyText(text: string, language: string, facts: ReplyFacts, moment: TellMoment): string {
  const { order, name, shop } = facts;
  const nothing = { number: 0, totals: [], unclear: 0, promisedAt: null };
  const values = {
    ...tellValues({ ...(order ?? nothing), reason: null, name, shop }, language, moment),
    address: (facts.address ?? '').replaceAll(/\s+/gu, ' ').trim(),
  };
  return fillText(text, order === null ? { ...values, number: '' } : values, SOFT).text;
}
