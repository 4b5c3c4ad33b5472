import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Choices } from '../ui/Choices.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { PickList } from '../ui/PickList.tsx';
import { Section } from '../ui/Section.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

const WARNINGS = [15, 30, 60, 120, 180, 240, 360, 720];
const LIMITS = [1, 4, 16, 32, 64, 100];

/** What holds for every chat. */
export function ChatSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const formats = useFormats();
  const save = useSaveSettings();
  const offline = useOffline();
  const { closingWarning, sendReadReceipts, sendTyping, deletedMessages, mediaLimit } = settings.values;
  const off = (name: string) => offline || settings.fixed[name] !== undefined;
  const among = (values: readonly number[], value: number) => [...new Set([...values, value])].filter((one) => one > 0).toSorted((a, b) => a - b);
  return (
    <Section title={<Trans>Chats</Trans>}>
      <div className={styles['grid']}>
        <PickList
          label={<Trans>Warn before a chat's 24 hours end</Trans>}
          hint={<Trans>While a customer still waits for an answer. Afterwards WhatsApp takes templates only, and those cost.</Trans>}
          value={String(closingWarning)}
          isDisabled={off('closingWarning')}
          options={[
            { value: '0', words: t`Never` },
            ...among(WARNINGS, closingWarning).map((minutes) => ({ value: String(minutes), words: t`${formats.span(minutes * 60_000)} before` })),
          ]}
          onChange={(value) => save.mutate({ closingWarning: Number(value) })}
        />
        <PickList
          label={<Trans>Fetch files by themselves up to</Trans>}
          hint={<Trans>Larger ones wait for a click. WhatsApp keeps them for seven days.</Trans>}
          value={String(mediaLimit)}
          isDisabled={off('mediaLimit')}
          options={among(LIMITS, mediaLimit).map((size) => ({ value: String(size), words: `${formats.number(size)} MB` }))}
          onChange={(value) => save.mutate({ mediaLimit: Number(value) })}
        />
        <Toggle
          isSelected={sendReadReceipts}
          isDisabled={off('sendReadReceipts')}
          hint={<Trans>Customers see two blue ticks once you have read what they wrote.</Trans>}
          onChange={(on) => save.mutate({ sendReadReceipts: on })}
        >
          <Trans>Show customers that they were read</Trans>
        </Toggle>
        <Toggle
          isSelected={sendTyping}
          isDisabled={off('sendTyping')}
          hint={<Trans>WhatsApp shows it only together with the blue ticks.</Trans>}
          onChange={(on) => save.mutate({ sendTyping: on })}
        >
          <Trans>Show customers that you are writing</Trans>
        </Toggle>
        <Choices
          label={<Trans>When a customer deletes a message</Trans>}
          value={deletedMessages}
          isDisabled={off('deletedMessages')}
          options={[
            { value: 'keep', words: <Trans>mark it, and keep it readable</Trans> },
            { value: 'remove', words: <Trans>remove what it said, with its file</Trans> },
          ]}
          onChange={(value) => save.mutate({ deletedMessages: value })}
        />
      </div>
    </Section>
  );
}
