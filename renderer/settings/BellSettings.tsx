import { Trans } from '@lingui/react/macro';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useBell } from '../bell/BellProvider.tsx';
import { useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { PercentSlider } from '../ui/PercentSlider.tsx';
import { Section } from '../ui/Section.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

/** How loud, and what else tells of an arrival. */
export function BellSettings({ settings }: { settings: SettingsView }) {
  const bell = useBell();
  const save = useSaveSettings();
  const offline = useOffline();
  const desktop = useAppView()?.place === 'desktop';
  const { bellVolume, chatTone, notifications } = settings.values;
  const [sliding, setSliding] = useState<number | null>(null);
  const volume = sliding ?? bellVolume;
  return (
    <Section
      title={<Trans>Bell</Trans>}
      actions={
        <Button isDisabled={volume === 0} onPress={() => void bell.test(volume)}>
          <BellRing size={16} aria-hidden="true" />
          <Trans>Play the ring</Trans>
        </Button>
      }
    >
      <div className={styles['grid']}>
        <div className={styles['secret']}>
          <PercentSlider
            label={<Trans>Volume</Trans>}
            value={volume}
            isDisabled={offline}
            onChange={setSliding}
            onChangeEnd={(value) => save.mutate({ bellVolume: value }, { onSettled: () => setSliding(null) })}
          />
          <span className={volume === 0 ? styles['wrong'] : styles['hint']}>
            {volume === 0 ? <Trans>At zero nobody hears an order on this screen.</Trans> : <Trans>An order rings until somebody takes it.</Trans>}
          </span>
        </div>
        <div>
          <Toggle isSelected={chatTone} isDisabled={offline} onChange={(on) => save.mutate({ chatTone: on })}>
            <Trans>Soft tone for chat messages</Trans>
          </Toggle>
          {desktop ? (
            <Toggle isSelected={notifications} isDisabled={offline} onChange={(on) => save.mutate({ notifications: on })}>
              <Trans>Notifications of the system</Trans>
            </Toggle>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
