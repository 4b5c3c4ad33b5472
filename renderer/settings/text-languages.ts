import type { Settings } from '../../shared/contract/settings.ts';

/** Languages that the program has texts of its own in. */
export const OWN_LANGUAGES: readonly string[] = ['en', 'de'];

/** Languages that customers can be written to in: the program's own, and those the shop has written texts in. ISO 639. */
export function textLanguages(settings: Settings | undefined): string[] {
  const written = Object.values(settings?.tells ?? {}).flatMap((tell) =>
    Object.entries(tell.texts).flatMap(([code, text]) => (text.trim() === '' ? [] : [code])),
  );
  return [...new Set([...OWN_LANGUAGES, ...written])];
}
