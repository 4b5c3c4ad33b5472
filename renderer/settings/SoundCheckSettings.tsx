import { Trans } from '@lingui/react/macro';
import { Ear } from 'lucide-react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useSoundCheckActions } from '../bell/bell-query.ts';
import { RehearseButton } from '../bell/RehearseButton.tsx';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

const USUAL = '09:00';

/** How the bell is proved: the daily sound check, and the rehearsal. */
export function SoundCheckSettings({ settings }: { settings: SettingsView }) {
  const save = useSaveSettings();
  const offline = useOffline();
  const { check } = useSoundCheckActions();
  const { soundCheckAt } = settings.values;
  return (
    <Section
      title={<Trans>Proof of the bell</Trans>}
      hint={<Trans>Once a day the alarm is played and this page asks whether you heard it. If not, it says so until it is mended.</Trans>}
    >
      <div className={styles['grid']}>
        <div className={styles['secret']}>
          <Toggle isSelected={soundCheckAt !== ''} isDisabled={offline} onChange={(on) => save.mutate({ soundCheckAt: on ? USUAL : '' })}>
            <Trans>Daily sound check</Trans>
          </Toggle>
          <div className={styles['row']}>
            {soundCheckAt === '' ? null : (
              <TimeInput label={<Trans>at</Trans>} value={soundCheckAt} isDisabled={offline} onChange={(at) => save.mutate({ soundCheckAt: at })} />
            )}
          </div>
          <div className={styles['row']}>
            <Button isDisabled={offline || check.isPending} onPress={() => check.mutate()}>
              <Ear size={16} aria-hidden="true" />
              <Trans>Check the sound now</Trans>
            </Button>
          </div>
        </div>
        <RehearseButton />
      </div>
    </Section>
  );
}
