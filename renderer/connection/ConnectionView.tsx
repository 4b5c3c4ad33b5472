import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { Section, SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useConnectionOptions } from './connection-query.ts';
import { InboundFacts } from './InboundFacts.tsx';
import { OutboundFacts } from './OutboundFacts.tsx';
import { ScreenFacts } from './ScreenFacts.tsx';
import { Troubles } from './Troubles.tsx';
import { TunnelFacts } from './TunnelFacts.tsx';

/** What is known of the way from WhatsApp to this screen and back. */
export function ConnectionView() {
  const query = useQuery(useConnectionOptions());
  if (query.isPending) return <Skeleton rows={4} height={120} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  const connection = query.data;
  return (
    <SectionPage>
      <Troubles connection={connection} />
      <Section title={<Trans>The way in</Trans>} hint={<Trans>WhatsApp calls this computer at a public address, which leads to the webhook server.</Trans>}>
        <TunnelFacts connection={connection} />
      </Section>
      <Section title={<Trans>What arrived</Trans>}>
        <InboundFacts connection={connection} />
      </Section>
      <Section title={<Trans>The way out</Trans>}>
        <OutboundFacts connection={connection} />
      </Section>
      <Section title={<Trans>Who hears the bell</Trans>}>
        <ScreenFacts connection={connection} />
      </Section>
    </SectionPage>
  );
}
