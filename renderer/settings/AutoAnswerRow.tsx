import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { AUTO_FIELDS, AUTO_TEXTS, autoAnswerText } from '../../shared/domain/auto-answer.ts';
import { spoken } from '../../shared/domain/tell-words.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useNow } from '../ui/use-now.ts';
import { LanguageTexts } from './LanguageTexts.tsx';
import { textLanguages } from './text-languages.ts';
import { useSaveSettings } from './use-settings.ts';
import styles from './tells.module.css';

type Props = { kind: 'away' | 'greeting'; settings: SettingsView };

/** One answer: whether it goes, and with which words. */
export function AutoAnswerRow({ kind, settings }: Props) {
  const { t } = useLingui();
  const offline = useOffline();
  const save = useSaveSettings();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { autoAnswers } = settings.values;
  const answer = autoAnswers[kind];
  const isOff = offline || settings.fixed['autoAnswers'] !== undefined;
  const change = (next: Partial<typeof answer>) => save.mutate({ autoAnswers: { ...autoAnswers, [kind]: { ...answer, ...next } } });
  const name = kind === 'away' ? t`Away message while the shop is closed` : t`Greeting with the first message of a day`;
  const words = { name: t`Name`, shop: t`Shop`, opens: t`When you open` };
  const hasOwn = Object.values(answer.texts).some((text) => text.trim() !== '');
  return (
    <li className={styles['step']}>
      <div className={styles['head']}>
        <Toggle isSelected={answer.on} isDisabled={isOff} onChange={(on) => change({ on })}>
          {name}
        </Toggle>
        <span className={styles['state']}>{hasOwn ? <Trans>in your own words</Trans> : <Trans>in the program's words</Trans>}</span>
        <Button size="small" aria-expanded={isOpen} aria-controls={id} aria-label={t`Words for: ${name}`} onPress={() => setOpen(!isOpen)}>
          <Trans>Words</Trans>
          <ChevronDown size={16} aria-hidden="true" className={styles['chevron']} />
        </Button>
      </div>
      {save.isError ? (
        <p role="alert" className={styles['wrong']}>
          <Trans>This was not stored. Look at what you entered.</Trans>
        </p>
      ) : null}
      {isOpen ? (
        <div id={id} className={styles['inside']}>
          <LanguageTexts
            texts={answer.texts}
            own={(language) => AUTO_TEXTS[spoken(language)][kind]}
            languages={textLanguages(settings.values)}
            fields={AUTO_FIELDS.map((field) => ({ field, words: words[field] }))}
            maxLength={4096}
            isOff={isOff}
            onSave={(texts) => change({ texts })}
            renderPreview={(language, text) => <Preview kind={kind} settings={settings} language={language} text={text} />}
          />
        </div>
      ) : null}
    </li>
  );
}

/** The text as a customer would read it, with a name that is an example. */
function Preview({ kind, settings, language, text }: Props & { language: string; text: string }) {
  const { t } = useLingui();
  const now = useNow(15 * 60_000);
  const { autoAnswers, openingHours, shopName } = settings.values;
  const answers = { ...autoAnswers, [kind]: { on: true, texts: { [language]: text } } };
  const who = { language, name: 'Maria', shop: shopName === '' ? t`Your shop` : shopName };
  return (
    <figure className={styles['preview']}>
      <figcaption>
        <Trans>Example: Maria writes now</Trans>
      </figcaption>
      <p className={styles['bubble']} lang={language} dir="auto">
        {autoAnswerText(kind, answers, who, { openingHours, timeZone: settings.zone, now })}
      </p>
    </figure>
  );
}
