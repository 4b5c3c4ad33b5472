import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useAppView, useSwitchShop } from '../cable/ConnectionProvider.tsx';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Failed } from '../ui/Failed.tsx';
import { Section, SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BeforeSetup } from './BeforeSetup.tsx';
import { LeaveCard } from './LeaveCard.tsx';
import { OldShapeCard } from './OldShapeCard.tsx';
import { RegisterStep } from './RegisterStep.tsx';
import { RehearseStep } from './RehearseStep.tsx';
import { RequirementStep } from './RequirementStep.tsx';
import { SecretStep } from './SecretStep.tsx';
import { stepStates } from './setup-steps.ts';
import { SetupProgress } from './SetupProgress.tsx';
import { TokenStep } from './TokenStep.tsx';
import { useSetup } from './use-setup.ts';
import { WayInStep } from './WayInStep.tsx';
import styles from './setup.module.css';

/** From nothing to an order that rings: three values are pasted, the rest is done and proved from here. Every step can be done again. */
export function SetupView() {
  const setup = useSetup();
  const settings = useSettings();
  const connection = useQuery(useConnectionOptions()).data;
  const app = useAppView();
  const switchShop = useSwitchShop();
  // The first value opens the real shop: this page goes on there.
  const opened = app?.shop === 'practice' && app.running.includes('real');
  useEffect(() => {
    if (opened) switchShop('real');
  });
  if (setup.isPending || settings.isPending) return <Skeleton rows={4} height={120} />;
  if (!setup.data || !settings.data) return <Failed onRetry={() => Promise.all([setup.refetch(), settings.refetch()])} />;
  const states = stepStates(setup.data, connection);
  const begun = settings.data.secrets['accessToken']?.set ?? false;
  return (
    <SectionPage>
      <Section title={<Trans>Connect your shop to WhatsApp</Trans>}>
        <p>
          <Trans>You paste three values; Shopbell does the rest, and proves each step. It takes about a quarter of an hour.</Trans>
        </p>
        {begun ? null : <BeforeSetup />}
        <SetupProgress states={states} />
        <p>
          <Link href="/connection" className={styles['link']}>
            <Trans>How the connection stands now</Trans>
          </Link>
        </p>
      </Section>
      <TokenStep setup={setup.data} settings={settings.data} known={states.token} />
      <SecretStep setup={setup.data} settings={settings.data} known={states.secret} />
      <WayInStep connection={connection} settings={settings.data} known={states['way-in']} />
      <RegisterStep connection={connection} settings={settings.data} known={states.register} />
      <RequirementStep setup={setup.data} connection={connection} known={states.needs} />
      <RehearseStep setup={setup.data} connection={connection} known={states.rehearsal} />
      <LeaveCard connection={connection} />
      <OldShapeCard />
    </SectionPage>
  );
}
