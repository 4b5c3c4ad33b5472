import type { Settings } from '../../shared/contract/settings.ts';
import { autoAnswerAt, autoAnswerText } from '../../shared/domain/auto-answer.ts';
import type { AutoAnswer } from '../inbound/answer-automatically.ts';

export type AutoAnswerOptions = {
  values: () => Settings;
  /** IANA name. */
  day: () => { timeZone: string };
  /** ISO 639. */
  shopLanguage: () => string;
  /** Whether anything can be sent at all. */
  configured: () => boolean;
  now: () => number;
  /** A UUID. */
  newId: () => string;
};

/** What answers an arrival by itself at this moment; null where nothing does. */
export function autoAnswerNow({ values, day, shopLanguage, configured, now, newId }: AutoAnswerOptions): AutoAnswer | null {
  const { autoAnswers, openingHours, shopName: shop } = values();
  if ((!autoAnswers.away.on && !autoAnswers.greeting.on) || !configured()) return null;
  const moment = { openingHours, timeZone: day().timeZone, now: now() };
  const kind = autoAnswerAt(moment.now, autoAnswers, moment);
  if (kind === null) return null;
  return { kind, text: ({ name, language }) => autoAnswerText(kind, autoAnswers, { name, shop, language: language ?? shopLanguage() }, moment), newId };
}
