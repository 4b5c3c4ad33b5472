import { Trans } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Section } from '../ui/Section.tsx';
import { TimeInput } from '../ui/TimeInput.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { OpeningHours } from './OpeningHours.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

/** When nothing should sound: quiet hours, and the hours at which the shop is closed. */
export function BellHoursSettings({ settings }: { settings: SettingsView }) {
  const save = useSaveSettings();
  const offline = useOffline();
  const { quietHours, ringInQuietHours, openingHours } = settings.values;
  return (
    <Section
      title={<Trans>Hours of the bell</Trans>}
      hint={<Trans>In quiet hours and while the shop is closed chats make no sound. What waits then rings as soon as that time ends.</Trans>}
    >
      <div className={styles['grid']}>
        <div className={styles['secret']}>
          <Toggle isSelected={quietHours.on} isDisabled={offline} onChange={(on) => save.mutate({ quietHours: { ...quietHours, on } })}>
            <Trans>Quiet hours</Trans>
          </Toggle>
          {quietHours.on ? (
            <div className={styles['row']}>
              <TimeInput
                label={<Trans>from</Trans>}
                value={quietHours.from}
                isDisabled={offline}
                onChange={(from) => save.mutate({ quietHours: { ...quietHours, from } })}
              />
              <TimeInput
                label={<Trans>until</Trans>}
                value={quietHours.to}
                isDisabled={offline}
                onChange={(to) => save.mutate({ quietHours: { ...quietHours, to } })}
              />
            </div>
          ) : null}
        </div>
        <Toggle
          isSelected={ringInQuietHours}
          isDisabled={offline}
          hint={
            ringInQuietHours ? (
              <Trans>An order rings at every hour of the day and the night.</Trans>
            ) : (
              <Trans>In quiet hours and while the shop is closed an order waits without a sound.</Trans>
            )
          }
          onChange={(on) => save.mutate({ ringInQuietHours: on })}
        >
          <Trans>Orders ring even then</Trans>
        </Toggle>
      </div>
      <OpeningHours week={openingHours} isDisabled={offline} onChange={(week) => save.mutate({ openingHours: week })} />
    </Section>
  );
}
