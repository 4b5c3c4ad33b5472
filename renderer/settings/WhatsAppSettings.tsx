import { Trans } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useAppView, useSwitchShop } from '../cable/ConnectionProvider.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { AccountZone } from './AccountZone.tsx';
import { CallbackSettings } from './CallbackSettings.tsx';
import { SecretField } from './SecretField.tsx';
import { SettingText } from './SettingText.tsx';
import styles from './settings.module.css';

/** What the real shop needs from Meta. */
export function WhatsAppSettings({ settings }: { settings: SettingsView }) {
  const app = useAppView();
  const switchShop = useSwitchShop();
  const nothing = settings.values.phoneNumberId === '' && Object.values(settings.secrets).every((secret) => !secret.set);
  const otherRuns = app?.shop === 'practice' && app.running.includes('real');
  return (
    <Section title="WhatsApp" hint={<Trans>These values come from your own app at developers.facebook.com. They stay on this computer.</Trans>}>
      {nothing ? (
        <Notice tone="info" title={<Trans>Nothing is entered yet, so this is the practice shop</Trans>}>
          <Trans>Enter the first value and your real shop opens. The practice shop keeps its own data and can stay open beside it.</Trans>
        </Notice>
      ) : settings.missing.length > 0 ? (
        <Notice tone="warn" title={<Trans>The real shop is not complete</Trans>}>
          <Trans>Fill in what is marked “not set”. Until then nothing arrives, or no reply goes out.</Trans>
        </Notice>
      ) : null}
      {otherRuns ? (
        <Notice
          tone="good"
          title={<Trans>Your real shop is open</Trans>}
          actions={
            <Button look="go" onPress={() => switchShop('real')}>
              <Trans>Go to the real shop</Trans>
            </Button>
          }
        >
          <Trans>You are looking at the practice shop.</Trans>
        </Notice>
      ) : null}
      <p>
        <Link href="/setup" className={buttonClass({ look: nothing || settings.missing.length > 0 ? 'go' : 'plain' })}>
          <Trans>Open the set-up</Trans>
        </Link>
      </p>
      <div className={styles['grid']}>
        <SettingText
          settings={settings}
          name="phoneNumberId"
          label={<Trans>Phone number id</Trans>}
          hint={<Trans>At Meta: WhatsApp, API setup. Digits only; it is not the phone number itself.</Trans>}
          pattern={/^\d*$/}
          wrong={<Trans>Digits only, please.</Trans>}
        />
        <SecretField settings={settings} name="accessToken" />
        <SecretField settings={settings} name="appSecret" />
        <SecretField settings={settings} name="verifyToken" />
      </div>
      <details className={styles['more']}>
        <summary className={styles['summary']}>
          <Trans>Advanced</Trans>
        </summary>
        <div className={styles['inside']}>
          <div className={styles['grid']}>
            <SecretField settings={settings} name="appSecretPrevious" />
            <SecretField settings={settings} name="onpremSecret" />
            <SettingText
              settings={settings}
              name="wabaId"
              label={<Trans>WhatsApp Business account id</Trans>}
              hint={<Trans>Needed for catalogue and templates. Empty: as the webhooks name it.</Trans>}
              pattern={/^\d*$/}
              wrong={<Trans>Digits only, please.</Trans>}
            />
            <SettingText
              settings={settings}
              name="appId"
              label={<Trans>Meta app id</Trans>}
              hint={<Trans>Empty: as the access token tells it.</Trans>}
              pattern={/^\d*$/}
              wrong={<Trans>Digits only, please.</Trans>}
            />
            <AccountZone settings={settings} />
            <SettingText settings={settings} name="graphUrl" label={<Trans>Graph API address</Trans>} hint={<Trans>Without the version.</Trans>} />
            <SettingText
              settings={settings}
              name="graphVersion"
              label={<Trans>Graph API version</Trans>}
              pattern={/^v\d{1,3}\.\d$/}
              wrong={<Trans>Like v23.0, please.</Trans>}
            />
          </div>
          <CallbackSettings settings={settings} />
        </div>
      </details>
    </Section>
  );
}
