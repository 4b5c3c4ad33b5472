import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Section } from '../ui/Section.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

const SIZES = { '100': 100, '115': 115, '130': 130 } as const;

/** Language, light or dark, size of the words, single-letter keys. */
export function LookSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const offline = useOffline();
  const { language, theme, textSize, letterKeys } = settings.values;
  return (
    <Section title={<Trans>Look and keys</Trans>}>
      <div className={styles['grid']}>
        <Choices
          label={<Trans>Language</Trans>}
          value={language}
          isDisabled={offline}
          options={[
            { value: 'system', words: t`As the computer` },
            { value: 'en', words: <span lang="en">English</span> },
            { value: 'de', words: <span lang="de">Deutsch</span> },
          ]}
          onChange={(value) => save.mutate({ language: value })}
        />
        <Choices
          label={<Trans>Theme</Trans>}
          value={theme}
          isDisabled={offline}
          options={[
            { value: 'system', words: t`As the computer` },
            { value: 'light', words: t`Light` },
            { value: 'dark', words: t`Dark` },
          ]}
          onChange={(value) => save.mutate({ theme: value })}
        />
        <Choices
          label={<Trans>Text size</Trans>}
          value={String(textSize) as keyof typeof SIZES}
          isDisabled={offline}
          options={[
            { value: '100', words: t`Normal` },
            { value: '115', words: t`Large` },
            { value: '130', words: t`Very large` },
          ]}
          onChange={(value) => save.mutate({ textSize: SIZES[value] })}
        />
        <Toggle
          isSelected={letterKeys}
          isDisabled={offline}
          hint={<Trans>A accepts and D declines the focused order, R writes in the focused chat.</Trans>}
          onChange={(on) => save.mutate({ letterKeys: on })}
        >
          <Trans>Single-letter keys</Trans>
        </Toggle>
      </div>
    </Section>
  );
}
