import { type BellHours, isOpen, silenceEnds } from './bell-hours.ts';
import { fillText } from './fill-text.ts';
import { localParts } from './business-day.ts';
import { spoken } from './tell-words.ts';

/** What a text that is sent by itself can be filled with. Persisted in the settings: do not rename. */
export const AUTO_FIELDS = ['name', 'shop', 'opens'] as const;

/** The program's own words, where the shop has none. */
export const AUTO_TEXTS = {
  en: {
    away: 'Hello {name}, thank you for your message! We are closed right now. We open again {opens}, and answer then.',
    greeting: 'Hello {name}, thank you for your message! We will answer as soon as we can.',
  },
  de: {
    away: 'Guten Tag {name}, vielen Dank für Ihre Nachricht! Wir haben gerade geschlossen. Wir öffnen wieder {opens} und antworten Ihnen dann.',
    greeting: 'Guten Tag {name}, vielen Dank für Ihre Nachricht! Wir antworten Ihnen, sobald wir können.',
  },
} as const;

type Texts = Readonly<Record<string, string>>;
export type AutoAnswers = { away: { on: boolean; texts: Texts }; greeting: { on: boolean; texts: Texts } };
type Hours = Pick<BellHours, 'openingHours' | 'timeZone'>;

/** Which of the two a message that comes now asks for: `away` while the shop is closed, else the greeting; null where that one is off. */
export function autoAnswerAt(at: number, answers: AutoAnswers, hours: Hours): 'away' | 'greeting' | null {
  const kind = isOpen(at, { ...hours, quietHours: NO_QUIET }) ? 'greeting' : 'away';
  return answers[kind].on ? kind : null;
}

const NO_QUIET = { on: false, from: '00:00', to: '00:00' };

/**
 * The text that answers by itself, in the customer's language: the shop's words in it, else the program's, else English; a field without a value leaves
 * no gap.
 */
export function autoAnswerText(
  kind: 'away' | 'greeting',
  answers: AutoAnswers,
  { language, name, shop }: { language: string; name: string; shop: string },
  moment: Hours & { now: number },
): string {
  const own = answers[kind].texts[language]?.trim() || null;
  const words = spoken(language);
  const text = own ?? (answers[kind].texts[words]?.trim() || AUTO_TEXTS[words][kind]);
  const opens = silenceEnds(moment.now, { ...moment, quietHours: NO_QUIET });
  const values = { name: oneLine(name), shop: oneLine(shop), opens: opens === null ? '' : opensText(opens, own === null ? words : language, moment) };
  return fillText(text, values, ['name']).text;
}

/** "at 08:00" where that is today or tomorrow morning, else with its weekday. */
function opensText(at: number, language: string, { now, timeZone }: { now: number; timeZone: string }): string {
  const locale = Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en';
  const [today, then] = [localParts(now, timeZone), localParts(at, timeZone)];
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const day = today.day === then.day && today.month === then.month ? null : new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(at);
  if (spoken(language) === 'de') return day === null ? `um ${clock} Uhr` : `am ${day} um ${clock} Uhr`;
  return spoken(language) === language ? (day === null ? `at ${clock}` : `on ${day} at ${clock}`) : [day, clock].filter(Boolean).join(' ');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
