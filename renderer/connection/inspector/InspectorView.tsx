import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { Section, SectionPage } from '../../ui/Section.tsx';
import { CallList } from './CallList.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { RefusalList } from './RefusalList.tsx';
import { WebhookList } from './WebhookList.tsx';
import styles from './Inspector.module.css';

const PARTS = ['webhooks', 'calls', 'turned-away'] as const;
type InspectorPart = (typeof PARTS)[number];

/** The part that an address names; the webhooks where it names none. */
export function readInspectorPart(text: string | undefined): InspectorPart {
  return PARTS.find((part) => part === text) ?? 'webhooks';
}

/** For the person who helps the shop: what came, what was called, what was turned away, and a file of all of it. */
export function InspectorView({ part }: { part: InspectorPart }) {
  const { t } = useLingui();
  const words: Record<InspectorPart, string> = { webhooks: t`Webhooks`, calls: t`Calls`, 'turned-away': t`Turned away` };
  return (
    <SectionPage>
      <Section
        title={<Trans>Inspector</Trans>}
        actions={
          <Link href="/connection" className={styles['link']}>
            <ArrowLeft size={16} aria-hidden="true" />
            <Trans>Back to the connection</Trans>
          </Link>
        }
      >
        <Diagnostics />
      </Section>
      <nav className={styles['parts']} aria-label={t`Parts of the inspector`}>
        {PARTS.map((one) => (
          <Link key={one} href={`/connection/inspector/${one}`} className={styles['part']} aria-current={one === part ? 'page' : undefined}>
            {words[one]}
          </Link>
        ))}
      </nav>
      {part === 'webhooks' ? <WebhookList /> : part === 'calls' ? <CallList /> : <RefusalList />}
    </SectionPage>
  );
}
