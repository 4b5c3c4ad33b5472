import { Trans, useLingui } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { useAppView } from '../cable/ConnectionProvider.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';

/** Where everything is kept. */
export function DataSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const version = useAppView()?.version;
  const { secretsKept, dataFolder } = settings;
  return (
    <Section title={<Trans>Data</Trans>}>
      {secretsKept === 'file' ? (
        <Notice tone="warn" title={<Trans>Secrets are kept in a file</Trans>}>
          <Trans>This system has no keychain that Shopbell could use. Only this user account can read the file: keep the account to yourself.</Trans>
        </Notice>
      ) : null}
      {secretsKept === 'memory' ? (
        <Notice tone="warn" title={<Trans>Secrets are forgotten when Shopbell ends</Trans>}>
          <Trans>They could not be kept safely here. Enter them again after each start, or give them by the environment.</Trans>
        </Notice>
      ) : null}
      <FactList>
        <Fact name={<Trans>Data folder</Trans>}>
          <code dir="ltr">{dataFolder}</code>
          <CopyButton text={dataFolder} label={t`Copy the path of the data folder`} />
        </Fact>
        {secretsKept === 'keychain' ? (
          <Fact name={<Trans>Secrets</Trans>}>
            <Trans>in the system's keychain</Trans>
          </Fact>
        ) : null}
        {version ? <Fact name="Shopbell">{version}</Fact> : null}
      </FactList>
    </Section>
  );
}
