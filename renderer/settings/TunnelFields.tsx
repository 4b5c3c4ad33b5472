import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { Choices } from '../ui/Choices.tsx';
import { FixedBy } from './FixedBy.tsx';
import { SecretField } from './SecretField.tsx';
import { SettingText } from './SettingText.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

const FUNNEL_PORTS = [443, 8443, 10000] as const;

/** The choice of a way in, and what the chosen one needs. */
export function TunnelFields({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const offline = useOffline();
  const { tunnel } = settings.values;
  const variable = settings.fixed['tunnel'];
  const connection = useQuery(useConnectionOptions()).data;
  const door = connection?.webhook.localUrl?.replace(/\/webhook$/, '') ?? 'http://127.0.0.1:8787';
  return (
    <>
      <Choices
        label={<Trans>Tunnel</Trans>}
        value={tunnel}
        isDisabled={offline || variable !== undefined}
        hint={variable ? <FixedBy variable={variable} /> : undefined}
        options={[
          { value: 'none', words: t`None` },
          { value: 'own', words: t`My own public address` },
          { value: 'ngrok', words: 'ngrok' },
          { value: 'cloudflared', words: 'Cloudflare' },
          { value: 'tailscale', words: 'Tailscale Funnel' },
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
            hint={
              <Trans>
                A fixed domain keeps the callback URL the same. The free plan ends after 20,000 requests a month, and ngrok says that Meta takes webhooks only
                on a paid one.
              </Trans>
            }
          />
        </div>
      ) : null}
      {tunnel === 'cloudflared' ? (
        <>
          <p className={styles['hint']}>
            <Trans>
              A named tunnel of your own domain, free of charge. Install cloudflared on this computer, and at Cloudflare let the tunnel's public hostname lead
              to {door}.
            </Trans>
          </p>
          <div className={styles['grid']}>
            <SecretField settings={settings} name="cloudflaredToken" />
            <SettingText
              settings={settings}
              name="cloudflaredHostname"
              label={<Trans>Public hostname</Trans>}
              placeholder="bell.shop.example"
              hint={<Trans>Empty: as cloudflared tells it.</Trans>}
              pattern={/^([\w-]+(\.[\w-]+)+)?$/}
              wrong={<Trans>Like bell.shop.example, please.</Trans>}
            />
            <SettingText
              settings={settings}
              name="cloudflaredPath"
              label={<Trans>Where cloudflared is</Trans>}
              hint={<Trans>Empty: as the system finds it.</Trans>}
            />
          </div>
        </>
      ) : null}
      {tunnel === 'tailscale' ? (
        <>
          <p className={styles['hint']}>
            <Trans>A fixed address under ts.net, free of charge. Tailscale is installed and signed in on this computer, and Funnel is allowed for it.</Trans>
          </p>
          <div className={styles['grid']}>
            <Choices
              label={<Trans>Port of the public address</Trans>}
              value={String(settings.values.funnelPort)}
              isDisabled={offline}
              options={FUNNEL_PORTS.map((port) => ({ value: String(port), words: String(port) }))}
              onChange={(chosen) => save.mutate({ funnelPort: FUNNEL_PORTS.find((port) => String(port) === chosen) ?? 443 })}
            />
            <SettingText
              settings={settings}
              name="tailscalePath"
              label={<Trans>Where tailscale is</Trans>}
              hint={<Trans>Empty: as the system finds it.</Trans>}
            />
          </div>
        </>
      ) : null}
      {tunnel === 'none' ? (
        <p className={styles['hint']}>
          <Trans>Without a tunnel nothing arrives from WhatsApp. This is enough for the practice shop.</Trans>
        </p>
      ) : null}
    </>
  );
}
