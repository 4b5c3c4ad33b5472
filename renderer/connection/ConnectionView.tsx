import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { Section, SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useConnectionOptions } from './connection-query.ts';
import { GapList } from './GapList.tsx';
import { GapReport } from './GapReport.tsx';
import { InboundFacts } from './InboundFacts.tsx';
import { LightCard } from './LightCard.tsx';
import { LinkLog } from './LinkLog.tsx';
import { OutboundFacts } from './OutboundFacts.tsx';
import { ProofList } from './ProofList.tsx';
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
      <LightCard connection={connection} />
      {connection.gap ? <GapReport gap={connection.gap} /> : null}
      <Troubles connection={connection} />
      {connection.proofs.length === 0 ? null : (
        <Section title={<Trans>The way from Meta to here, proved</Trans>} hint={<Trans>What stands further up explains what stands below it.</Trans>}>
          <ProofList proofs={connection.proofs} />
        </Section>
      )}
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
      <Section title={<Trans>Log of the connection</Trans>}>
        <LinkLog />
      </Section>
      <Section title={<Trans>Times without connection</Trans>}>
        <GapList />
      </Section>
    </SectionPage>
  );
}
