import { Trans } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { Section } from '../ui/Section.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { AutostartTrouble } from './AutostartTrouble.tsx';
import { useComputer } from './use-computer.ts';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

/** What the computer is asked to do so that orders can ring: only a desktop can. */
export function ComputerSettings({ settings }: { settings: SettingsView }) {
  const save = useSaveSettings();
  const offline = useOffline();
  const desktop = useAppView()?.place === 'desktop';
  const computer = useComputer().data;
  const { autostart, stayAwake } = settings.values;
  return (
    <Section title={<Trans>This computer</Trans>} hint={<Trans>Nothing rings while Shopbell is closed or the computer sleeps.</Trans>}>
      {desktop ? null : (
        <p className={styles['hint']}>
          <Trans>These are for Shopbell with a window. Where it runs without one, the system's own service starts it.</Trans>
        </p>
      )}
      <Toggle
        isSelected={autostart}
        isDisabled={offline || !desktop}
        hint={<Trans>It comes up beside the clock, without a window in the way.</Trans>}
        onChange={(on) => save.mutate({ autostart: on })}
      >
        <Trans>Start when somebody logs in</Trans>
      </Toggle>
      {computer?.autostart.wanted === autostart ? <AutostartTrouble autostart={computer.autostart} /> : null}
      <Toggle
        isSelected={stayAwake}
        isDisabled={offline || !desktop}
        hint={<Trans>The screen may still go dark. Without opening hours: always.</Trans>}
        onChange={(on) => save.mutate({ stayAwake: on })}
      >
        <Trans>Keep the computer awake while the shop is open</Trans>
      </Toggle>
      {desktop && stayAwake && computer ? (
        <output className={styles['hint']}>
          {computer.awake ? <Trans>The computer is kept awake now.</Trans> : <Trans>The computer may sleep now.</Trans>}
        </output>
      ) : null}
    </Section>
  );
}
