import { i18n } from '@lingui/core';
import type { Language, Settings } from '../../shared/contract/settings.ts';
import { messages as de } from '../../shared/words/de.po';
import { messages as en } from '../../shared/words/en.po';

i18n.load({ de, en });

/** The language of the page's words. */
export function languageOf(setting: Settings['language'], system: string): Language {
  if (setting !== 'system') return setting;
  return system.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** How dates and amounts are written: as the system does where it speaks the same language, so that en-GB keeps its own. */
export function localeOf(language: Language, system: string): string {
  return system.toLowerCase().split('-')[0] === language ? system : language;
}

/** Puts a language in force. */
export function speak(language: Language): void {
  if (i18n.locale !== language) i18n.activate(language);
  document.documentElement.lang = language;
}
