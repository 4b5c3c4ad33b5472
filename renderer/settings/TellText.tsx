import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { TELL_FIELDS } from '../../shared/domain/tell.ts';
import type { TellField, TellStep } from '../../shared/domain/tell.ts';
import { spoken, TELL_TEXTS } from '../../shared/domain/tell-words.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { TextBox } from '../ui/TextBox.tsx';
import { AddLanguage } from './AddLanguage.tsx';
import { tellFieldWords } from './tell-field-words.ts';
import { TellPreview } from './TellPreview.tsx';
import { textLanguages } from './text-languages.ts';
import { useSaveTell } from './use-save-tell.ts';
import styles from './tells.module.css';

/** The text of a step in each language, with fields put in by a click; stored when the box is left. */
export function TellText({ step, settings }: { step: TellStep; settings: SettingsView }) {
  const { locale } = useFormats();
  const [added, setAdded] = useState<string[]>([]);
  const codes = [...new Set([...textLanguages(settings.values), ...added])];
  const [language, setLanguage] = useState(codes.find((code) => locale.startsWith(code)) ?? 'en');
  return (
    <>
      <div className={styles['languages']}>
        <Choices
          label={<Trans>Language</Trans>}
          value={language}
          options={codes.map((code) => ({ value: code, words: languageName(code, locale) }))}
          onChange={setLanguage}
        />
        <AddLanguage
          known={codes}
          onAdd={(code) => {
            setAdded([...added, code]);
            setLanguage(code);
          }}
        />
      </div>
      <TextIn key={language} step={step} settings={settings} language={language} />
    </>
  );
}

function TextIn({ step, settings, language }: { step: TellStep; settings: SettingsView; language: string }) {
  const { t, i18n } = useLingui();
  const { locale } = useFormats();
  const offline = useOffline();
  const { tell, save, isFixed } = useSaveTell(settings, step);
  const stored = tell.texts[language] ?? '';
  const own = TELL_TEXTS[spoken(language)][step];
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // The program's own words stand in the box to be changed; what is not changed is not stored.
  const usual = stored === '' ? (spoken(language) === language ? own : '') : stored;
  const text = typed ?? usual;
  const isOff = offline || isFixed;
  const store = (next: string) => {
    setTyped(null);
    const kept = next.trim() === own ? '' : next.trim();
    if (kept === stored) return;
    const { [language]: _old, ...others } = tell.texts;
    save({ texts: kept === '' ? others : { ...others, [language]: kept } });
  };
  const insert = (field: TellField) => {
    const at = box.current;
    const start = at?.selectionStart ?? text.length;
    const end = at?.selectionEnd ?? start;
    const next = `${text.slice(0, start)}{${field}}${text.slice(end)}`;
    if (next.length > 1024) return;
    setTyped(next);
    requestAnimationFrame(() => {
      at?.focus();
      at?.setSelectionRange(start + field.length + 2, start + field.length + 2);
    });
  };
  return (
    <div className={styles['text']}>
      <div className={styles['write']}>
        <TextBox
          label={<Trans>Text in {languageName(language, locale)}</Trans>}
          rows={4}
          value={text}
          maxLength={1024}
          boxRef={box}
          isReadOnly={isOff}
          {...(usual === '' ? { placeholder: own } : {})}
          hint={spoken(language) === language ? null : <Trans>Where this is empty, customers of this language get the English text.</Trans>}
          onChange={setTyped}
          onBlur={() => (typed === null ? undefined : store(typed))}
        />
        <div className={styles['fields']} role="toolbar" aria-label={t`Put in a field`}>
          {TELL_FIELDS.map((field) => (
            <Button
              key={field}
              size="small"
              isDisabled={isOff}
              preventFocusOnPress
              aria-label={t`Put in: ${i18n._(tellFieldWords(field))}`}
              onPress={() => insert(field)}
            >
              {i18n._(tellFieldWords(field))}
            </Button>
          ))}
        </div>
        <div>
          <Button size="small" look="quiet" isDisabled={isOff || (stored === '' && (typed === null || typed === own))} onPress={() => store('')}>
            {spoken(language) === language ? <Trans>Back to the program's own words</Trans> : <Trans>Empty this text</Trans>}
          </Button>
        </div>
      </div>
      <TellPreview step={step} language={language} text={text} shop={settings.values.shopName} zone={settings.zone} />
    </div>
  );
}
