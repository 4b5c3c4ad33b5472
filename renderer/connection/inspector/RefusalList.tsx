import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import type { InspectedRefusal } from '../../../shared/contract/inspector.ts';
import { fileSize } from '../../chats/kinds/file-size.ts';
import { Failed } from '../../ui/Failed.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StateScreen } from '../../ui/StateScreen.tsx';
import { useRefusalsOptions } from './inspector-queries.ts';
import { Row, Rows } from './Rows.tsx';
import { useMoment } from './use-moment.ts';
import styles from './Inspector.module.css';

/** What was turned away for want of a proof, the newest first. */
export function RefusalList() {
  const { t } = useLingui();
  const { locale } = useFormats();
  const moment = useMoment();
  const query = useQuery(useRefusalsOptions());
  return (
    <Section
      title={<Trans>Turned away</Trans>}
      hint={<Trans>Requests that could not prove to be Meta's, the newest 50 since the program started. Nothing of what they said is kept.</Trans>}
    >
      {query.isPending ? (
        <Skeleton rows={5} height={44} />
      ) : !query.data ? (
        <Failed onRetry={query.refetch} />
      ) : query.data.length === 0 ? (
        <StateScreen icon={ShieldCheck} title={<Trans>Nobody was turned away</Trans>}>
          <Trans>Whatever came since the program started was signed as it should be.</Trans>
        </StateScreen>
      ) : (
        <div className={styles['list']}>
          <Rows label={t`Turned away`}>
            {withKeys(query.data).map(({ key, refusal }) => (
              <Row
                key={key}
                outcome={refusal.why}
                at={refusal.at}
                time={moment(refusal.at)}
                what={refusal.likeMeta ? <Trans>It bears the name of Meta's own requests</Trans> : <Trans>It does not look like Meta's</Trans>}
                more={<Advice refusal={refusal} />}
                figures={fileSize(refusal.bytes, locale)}
              />
            ))}
          </Rows>
        </div>
      )}
    </Section>
  );
}

/** Two can come in the same millisecond; counted from the oldest, so that a new one changes none of the others. */
function withKeys(refusals: readonly InspectedRefusal[]): { key: string; refusal: InspectedRefusal }[] {
  const seen = new Map<number, number>();
  return refusals
    .toReversed()
    .map((refusal) => {
      const nth = (seen.get(refusal.at) ?? 0) + 1;
      seen.set(refusal.at, nth);
      return { key: `${refusal.at} ${nth}`, refusal };
    })
    .toReversed();
}

function Advice({ refusal: { why, likeMeta } }: { refusal: InspectedRefusal }) {
  if (!likeMeta) return <Trans>Anybody can call a public address: nothing needs to be done.</Trans>;
  if (why === 'mismatch') return <Trans>Compare the app secret in the settings with the one at Meta: App settings › Basic.</Trans>;
  return <Trans>Meta signs all that it sends: look whether something on the way takes the signature off.</Trans>;
}
