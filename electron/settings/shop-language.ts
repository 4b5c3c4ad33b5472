import type { Settings } from '../../shared/contract/settings.ts';

/**
 * What customers are written to in where nothing else was chosen for them, ISO 639.
 * @param systemLocale BCP 47 ("de-AT"), for a shop that follows its computer
 */
export function shopLanguage({ customerLanguage, language }: Pick<Settings, 'customerLanguage' | 'language'>, systemLocale: string): string {
  const chosen = customerLanguage === 'system' ? language : customerLanguage;
  return chosen === 'system' ? (systemLocale.toLowerCase().split(/[-_]/)[0] ?? 'en') : chosen;
}
