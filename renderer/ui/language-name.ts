/** What a language is called, in the reader's own; the code where nobody knows it. `code` is ISO 639. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
