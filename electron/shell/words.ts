import { setupI18n } from '@lingui/core';
import type { I18n } from '@lingui/core';
import { LANGUAGES } from '../../shared/contract/settings.ts';
import type { Language, Settings } from '../../shared/contract/settings.ts';
import { messages as de } from '../../shared/words/de.po';
import { messages as en } from '../../shared/words/en.po';

export type Words = {
  readonly i18n: I18n;
  /** BCP 47, for money and numbers: the system's own region where its language is spoken, else the language alone. */
  locale(): string;
  choose(language: Settings['language']): void;
};

/** The words of what the desktop itself shows: notifications, tray, dialogs. `systemLocale` is read at each choice ("de-AT"). */
export function createWords(systemLocale: () => string): Words {
  const i18n = setupI18n({ locale: 'en', messages: { en, de } });
  let locale = 'en';
  return {
    i18n,
    locale: () => locale,
    choose(chosen) {
      const system = systemLocale();
      const spoken = languageOf(system);
      const language = chosen === 'system' ? (spoken ?? 'en') : chosen;
      locale = language === spoken ? system : language;
      i18n.activate(language, locale);
    },
  };
}

function languageOf(locale: string): Language | null {
  const [first] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === first) ?? null;
}
