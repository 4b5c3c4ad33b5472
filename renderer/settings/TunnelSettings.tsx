import { Trans } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { Section } from '../ui/Section.tsx';
import { TunnelFields } from './TunnelFields.tsx';

/** How WhatsApp finds this computer. */
export function TunnelSettings({ settings }: { settings: SettingsView }) {
  return (
    <Section title={<Trans>The way in</Trans>} hint={<Trans>WhatsApp has to find this computer from the internet.</Trans>}>
      <TunnelFields settings={settings} />
    </Section>
  );
}
