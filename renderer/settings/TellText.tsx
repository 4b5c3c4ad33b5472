import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { TELL_FIELDS } from '../../shared/domain/tell.ts';
import type { TellStep } from '../../shared/domain/tell.ts';
import { spoken, TELL_TEXTS } from '../../shared/domain/tell-words.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { LanguageTexts } from './LanguageTexts.tsx';
import { tellFieldWords } from './tell-field-words.ts';
import { TellPreview } from './TellPreview.tsx';
import { textLanguages } from './text-languages.ts';
import { useSaveTell } from './use-save-tell.ts';

/** The text of a step in each language. */
export function TellText({ step, settings }: { step: TellStep; settings: SettingsView }) {
  const { i18n } = useLingui();
  const offline = useOffline();
  const { tell, save, isFixed } = useSaveTell(settings, step);
  return (
    <LanguageTexts
      texts={tell.texts}
      own={(language) => TELL_TEXTS[spoken(language)][step]}
      languages={textLanguages(settings.values)}
      fields={TELL_FIELDS.map((field) => ({ field, words: i18n._(tellFieldWords(field)) }))}
      maxLength={1024}
      isOff={offline || isFixed}
      onSave={(texts) => save({ texts })}
      renderPreview={(language, text) => <TellPreview step={step} language={language} text={text} shop={settings.values.shopName} zone={settings.zone} />}
    />
  );
}
