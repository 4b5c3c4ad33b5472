import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useAppView, useSwitchShop } from '../cable/ConnectionProvider.tsx';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Failed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section, SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LeaveCard } from './LeaveCard.tsx';
import { OldShapeCard } from './OldShapeCard.tsx';
import { RegisterStep } from './RegisterStep.tsx';
import { RehearseStep } from './RehearseStep.tsx';
import { RequirementStep } from './RequirementStep.tsx';
import { SecretStep } from './SecretStep.tsx';
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
  return (
    <SectionPage>
      <Section title={<Trans>Connect your shop to WhatsApp</Trans>}>
        <p>
          <Trans>You paste three values; Shopbell does the rest, and proves each step. It takes about a quarter of an hour.</Trans>
        </p>
        <ul className={styles['needs']}>
          <li>
            <Trans>a Meta business portfolio with a WhatsApp Business account and a number of its own</Trans>
          </li>
          <li>
            <Trans>an app at developers.facebook.com with the product WhatsApp</Trans>
          </li>
          <li>
            <Trans>an account for the way in: ngrok, Cloudflare or Tailscale, or an address of your own</Trans>
          </li>
        </ul>
        <Notice tone="warn" title={<Trans>Think about the number first</Trans>}>
          <Trans>
            A number registered for the Cloud API leaves the WhatsApp Business app on the phone. Take a number for Shopbell alone, or let a provider set yours
            up for both (coexistence). Until then, try everything in the practice shop.
          </Trans>
        </Notice>
        <p>
          <Link href="/connection">
            <Trans>How the connection stands now</Trans>
          </Link>
        </p>
      </Section>
      <TokenStep setup={setup.data} settings={settings.data} />
      <SecretStep setup={setup.data} settings={settings.data} />
      <WayInStep connection={connection} settings={settings.data} />
      <RegisterStep connection={connection} settings={settings.data} />
      <RequirementStep setup={setup.data} />
      <RehearseStep setup={setup.data} connection={connection} />
      <LeaveCard connection={connection} />
      <OldShapeCard />
    </SectionPage>
  );
}
