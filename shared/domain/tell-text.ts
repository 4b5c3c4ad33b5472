import { fillText } from './fill-text.ts';
import { formatMoney, type Money } from './money.ts';
import type { OrderState } from './order.ts';
import type { TellField, TellStep } from './tell.ts';
import { CORRECTION_TEXTS, spoken, TELL_TEXTS } from './tell-words.ts';

/** What is known of an order when its customer is told; empty texts and nulls are fields that stay empty. */
export type Tellable = {
  name: string;
  number: number;
  totals: readonly Money[];
  /** Lines that no total contains. */
  unclear: number;
  promisedAt: number | null;
  reason: string | null;
  shop: string;
};
/** The moment of telling, ms since epoch, in the shop's time zone (IANA name). */
export type TellMoment = { now: number; timeZone: string };

/** A sentence does without the name; what says nothing without its field goes with it. */
const SOFT: readonly TellField[] = ['name'];

/**
 * The text that tells a customer of a step, and the language it is in: the shop's own words in the customer's language, else the program's,
 * else English. Where the shop's words would lose the order's number with a field that is empty, the program's own stand.
 * @param language the customer's, ISO 639
 * @param texts the shop's own words by language; an empty one is none
 */
export function tellText(
  step: TellStep,
  language: string,
  texts: Readonly<Record<string, string>>,
  order: Tellable,
  moment: TellMoment,
): { text: string; language: string } {
  const own = (code: string) => (texts[code]?.trim() ? texts[code] : null);
  const code = own(language) !== null || spoken(language) === language ? language : 'en';
  const values = tellValues(order, code, moment);
  const shops = own(code);
  if (shops !== null) {
    const { text, lost } = fillText(shops, values, SOFT);
    if (text !== '' && !lost.includes('number')) return { text, language: code };
  }
  const words = spoken(code);
  return { text: fillText(TELL_TEXTS[words][step], words === code ? values : tellValues(order, words, moment), SOFT).text, language: words };
}

/** What puts right a message that told of an undone step. @param state where the order stands now */
export function correctionText(state: OrderState, language: string, { name, number }: Pick<Tellable, 'name' | 'number'>): string {
  const { begin, now } = CORRECTION_TEXTS[spoken(language)];
  return fillText(`${begin} ${now[state]}`, { name: oneLine(name), number: String(number) }, SOFT).text;
}

/**
 * The values of a template's fields, in their order. Meta refuses empty ones and line breaks in them, so an empty one is a dash.
 * @param language what the template is in: ISO 639, or Meta's form of it (`en_US`)
 */
export function templateValues(fields: readonly TellField[], language: string, order: Tellable, moment: TellMoment): string[] {
  const values = tellValues(order, language.replace('_', '-'), moment);
  return fields.map((field) => values[field] || '–');
}

/** Every field's value in a language (ISO 639), one line each; empty where there is none. */
export function tellValues(order: Tellable, language: string, moment: TellMoment): Record<TellField, string> {
  const locale = knownLocale(language);
  return {
    name: oneLine(order.name),
    number: String(order.number),
    // A sum that is not the whole sum is not told.
    total: order.unclear > 0 ? '' : order.totals.map((total) => formatMoney(total, locale)).join(' + '),
    time: order.promisedAt === null ? '' : timeText(order.promisedAt, locale, moment),
    // The text around it ends the sentence.
    reason: oneLine(order.reason ?? '').replace(/[.\s]+$/u, ''),
    shop: oneLine(order.shop),
  };
}

/** The clock time, with its day where that is not today. */
function timeText(at: number, locale: string, { now, timeZone }: TellMoment): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const clock = { timeZone, hour: 'numeric', minute: '2-digit' } as const;
  const format = day.format(at) === day.format(now) ? clock : ({ ...clock, weekday: 'short', day: 'numeric', month: 'short' } as const);
  // Typefaces of older telephones lack the narrow space that stands before "PM".
  return new Intl.DateTimeFormat(locale, format).format(at).replaceAll('\u202f', ' ');
}

/** Languages come from settings and from people: what `Intl` refuses to read is written as in English. */
function knownLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
