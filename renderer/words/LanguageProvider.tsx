import { i18n } from '@lingui/core';
import { I18nProvider as Words } from '@lingui/react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider as Locale } from 'react-aria-components';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useSettings } from '../settings/use-settings.ts';
import { FormatsProvider } from '../ui/FormatsProvider.tsx';
import { keepLook, keptLook } from './kept-look.ts';
import { languageOf, localeOf, speak } from './language.ts';

/** Language, theme and text size of the whole page, as the settings say; until they are known, as they were the last time. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const settings = useSettings().data;
  const look = settings ? lookOf(settings) : keptLook();
  const language = languageOf(look.language, navigator.language);
  const locale = localeOf(language, navigator.language);
  speak(language);

  const { theme, textSize } = look;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['textSize'] = String(textSize);
  }, [theme, textSize]);
  useEffect(() => {
    if (settings) keepLook(lookOf(settings));
  }, [settings]);

  return (
    <Words i18n={i18n}>
      <Locale locale={locale}>
        <FormatsProvider locale={locale} zone={look.zone}>
          {children}
        </FormatsProvider>
      </Locale>
    </Words>
  );
}

function lookOf({ values, zone }: SettingsView) {
  return { language: values.language, theme: values.theme, textSize: values.textSize, zone };
}
