import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Section } from '../ui/Section.tsx';
import { FixedBy } from './FixedBy.tsx';
import { SecretField } from './SecretField.tsx';
import { SettingText } from './SettingText.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

/** How WhatsApp finds this computer. */
export function TunnelSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const offline = useOffline();
  const { tunnel } = settings.values;
  const variable = settings.fixed['tunnel'];
  return (
    <Section title={<Trans>The way in</Trans>} hint={<Trans>WhatsApp has to find this computer from the internet.</Trans>}>
      <Choices
        label={<Trans>Tunnel</Trans>}
        value={tunnel}
        isDisabled={offline || variable !== undefined}
        hint={variable ? <FixedBy variable={variable} /> : undefined}
        options={[
          { value: 'none', words: t`None` },
          { value: 'own', words: t`My own public address` },
          { value: 'ngrok', words: 'ngrok' },
        ]}
        onChange={(chosen) => save.mutate({ tunnel: chosen })}
      />
      {tunnel === 'own' ? (
        <SettingText
          settings={settings}
          name="publicUrl"
          label={<Trans>My public address</Trans>}
          placeholder="https://shop.example"
          hint={<Trans>You make it lead to the webhook server of this computer, for instance with a reverse proxy.</Trans>}
          pattern={/^(https:\/\/\S+)?$/}
          wrong={<Trans>It has to begin with https://</Trans>}
        />
      ) : null}
      {tunnel === 'ngrok' ? (
        <div className={styles['grid']}>
          <SecretField settings={settings} name="ngrokToken" />
          <SettingText
            settings={settings}
            name="ngrokDomain"
            label={<Trans>ngrok domain</Trans>}
            placeholder="shop.ngrok.app"
            hint={<Trans>A fixed domain keeps the callback URL the same. ngrok says that Meta takes webhooks only on a paid plan.</Trans>}
          />
        </div>
      ) : null}
      {tunnel === 'none' ? (
        <p className={styles['hint']}>
          <Trans>Without a tunnel nothing arrives from WhatsApp. This is enough for the practice shop.</Trans>
        </p>
      ) : null}
    </Section>
  );
}
