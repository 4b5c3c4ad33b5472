import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight, Download } from 'lucide-react';
import { useState } from 'react';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StateScreen } from '../../ui/StateScreen.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { CallDialog } from './CallDialog.tsx';
import { useCallsOptions } from './inspector-queries.ts';
import { Row, Rows } from './Rows.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { useMilliseconds, useMoment } from './use-moment.ts';
import { useSaveInspected } from './use-save-inspected.ts';
import styles from './Inspector.module.css';

/** What was called at Meta, the newest first. */
export function CallList() {
  const { t } = useLingui();
  const say = useSayReason();
  const moment = useMoment();
  const milliseconds = useMilliseconds();
  const [opened, setOpened] = useState<number | null>(null);
  const offline = useOffline();
  const query = useQuery(useCallsOptions());
  const save = useSaveInspected((api) => api.inspector.exportCalls());
  return (
    <Section
      title={<Trans>Calls</Trans>}
      hint={<Trans>What Shopbell asked of Meta since it was started, the newest 300. Secrets are cut out of them.</Trans>}
      actions={
        <Button size="small" isDisabled={offline || save.isPending || !query.data?.length} onPress={() => save.mutate()}>
          <Download size={16} aria-hidden="true" />
          {save.isPending ? <Trans>Making the file …</Trans> : <Trans>Save these calls, masked</Trans>}
        </Button>
      }
    >
      <SaveNotice save={save} />
      {query.isPending ? (
        <Skeleton rows={5} height={44} />
      ) : !query.data ? (
        <Failed onRetry={query.refetch} />
      ) : query.data.length === 0 ? (
        <StateScreen icon={ArrowUpRight} title={<Trans>Nothing was called since the program started</Trans>}>
          <Trans>Replies, checks of the connection and fetched articles stand here.</Trans>
        </StateScreen>
      ) : (
        <div className={styles['list']}>
          <Rows label={t`Calls`}>
            {query.data.map(({ id, at, method, path, ms, status, outcome, code, reason }) => (
              <Row
                key={id}
                outcome={outcome}
                at={at}
                time={moment(at)}
                what={<bdi dir="ltr">{`${method} ${path}`}</bdi>}
                more={[code === null ? null : t`Code ${code}`, reason === null ? null : say(reason).title].filter(Boolean).join(' · ')}
                figures={[status === null ? null : `HTTP ${status}`, milliseconds(ms)].filter(Boolean).join(' · ')}
                onOpen={() => setOpened(id)}
              />
            ))}
          </Rows>
        </div>
      )}
      {opened === null ? null : <CallDialog id={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
