import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { spoken } from '../../shared/domain/tell-words.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { languageName } from '../ui/language-name.ts';
import { TextBox } from '../ui/TextBox.tsx';
import { AddLanguage } from './AddLanguage.tsx';
import styles from './tells.module.css';

type Props = {
  /** The shop's own words, by language. */
  texts: Readonly<Record<string, string>>;
  /** The program's words in a language it speaks. */
  own: (language: string) => string;
  /** Languages to begin with. */
  languages: readonly string[];
  fields: readonly { field: string; words: string }[];
  maxLength: number;
  isOff: boolean;
  onSave: (texts: Record<string, string>) => void;
  renderPreview: (language: string, text: string) => ReactNode;
};

/** A text in each language, with fields put in by a click; stored when the box is left. Where the shop has none, the program's own stands. */
export function LanguageTexts(props: Props) {
  const { locale } = useFormats();
  const [added, setAdded] = useState<string[]>([]);
  const codes = [...new Set([...props.languages, ...added])];
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
      <TextIn key={language} {...props} language={language} />
    </>
  );
}

function TextIn({ texts, own: ownText, fields, maxLength, isOff, onSave, renderPreview, language }: Props & { language: string }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const stored = texts[language] ?? '';
  const own = ownText(spoken(language));
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // The program's own words stand in the box to be changed; what is not changed is not stored.
  const usual = stored === '' ? (spoken(language) === language ? own : '') : stored;
  const text = typed ?? usual;
  const store = (next: string) => {
    setTyped(null);
    const kept = next.trim() === own ? '' : next.trim();
    if (kept === stored) return;
    const { [language]: _old, ...others } = texts;
    onSave(kept === '' ? others : { ...others, [language]: kept });
  };
  const insert = (field: string) => {
    const at = box.current;
    const start = at?.selectionStart ?? text.length;
    const end = at?.selectionEnd ?? start;
    const next = `${text.slice(0, start)}{${field}}${text.slice(end)}`;
    if (next.length > maxLength) return;
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
          maxLength={maxLength}
          boxRef={box}
          isReadOnly={isOff}
          {...(usual === '' ? { placeholder: own } : {})}
          hint={spoken(language) === language ? null : <Trans>Where this is empty, customers of this language get the English text.</Trans>}
          onChange={setTyped}
          onBlur={() => (typed === null ? undefined : store(typed))}
        />
        <div className={styles['fields']} role="toolbar" aria-label={t`Put in a field`}>
          {fields.map(({ field, words }) => (
            <Button key={field} size="small" isDisabled={isOff} preventFocusOnPress aria-label={t`Put in: ${words}`} onPress={() => insert(field)}>
              {words}
            </Button>
          ))}
        </div>
        <div>
          <Button size="small" look="quiet" isDisabled={isOff || (stored === '' && (typed === null || typed === own))} onPress={() => store('')}>
            {spoken(language) === language ? <Trans>Back to the program's own words</Trans> : <Trans>Empty this text</Trans>}
          </Button>
        </div>
      </div>
      {renderPreview(language, text)}
    </div>
  );
}
