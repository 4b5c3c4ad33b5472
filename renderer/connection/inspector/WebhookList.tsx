import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, Download, Inbox } from 'lucide-react';
import { useState } from 'react';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { fileSize } from '../../chats/kinds/file-size.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StateScreen } from '../../ui/StateScreen.tsx';
import { EventWords } from './EventWords.tsx';
import type { Only } from './inspector-queries.ts';
import { useWebhooksOptions } from './inspector-queries.ts';
import { PROOF_WORDS } from './proof-of-webhook-words.ts';
import { Row, Rows } from './Rows.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { useMilliseconds, useMoment } from './use-moment.ts';
import { useSaveInspected } from './use-save-inspected.ts';
import { WebhookDialog } from './WebhookDialog.tsx';
import styles from './Inspector.module.css';

/** So many fit into one file. */
const MOST_SAVED = 1000;
/** WhatsApp tells whole seconds, and clocks differ. */
const LATE_MS = 60_000;

/** What came, the newest first. */
export function WebhookList() {
  const { t, i18n } = useLingui();
  const { locale, span } = useFormats();
  const offline = useOffline();
  const moment = useMoment();
  const milliseconds = useMilliseconds();
  const [only, setOnly] = useState<Only>('all');
  const [opened, setOpened] = useState<number | null>(null);
  const query = useInfiniteQuery(useWebhooksOptions(only));
  const save = useSaveInspected((api, ids: number[]) => api.inspector.export({ ids }));
  const lateWords = (receivedAt: number, happenedAt: number | null) => {
    if (happenedAt === null || receivedAt - happenedAt < LATE_MS) return null;
    const after = span(receivedAt - happenedAt);
    return t`${after} late`;
  };
  const webhooks = query.data?.pages.flatMap((page) => page.webhooks) ?? [];
  return (
    <Section
      title={<Trans>Webhooks</Trans>}
      hint={<Trans>What Meta delivered, the newest first: what it said, who signed it, and how long until it was answered.</Trans>}
      actions={
        <Button
          size="small"
          isDisabled={offline || save.isPending || webhooks.length === 0}
          onPress={() => save.mutate(webhooks.slice(0, MOST_SAVED).map(({ id }) => id))}
        >
          <Download size={16} aria-hidden="true" />
          {save.isPending ? <Trans>Making the file …</Trans> : <Trans>Save this list, masked</Trans>}
        </Button>
      }
    >
      <Choices
        label={<Trans>Outcome</Trans>}
        value={only}
        options={[
          { value: 'all', words: t`All` },
          { value: 'troubled', words: t`Not or partly understood` },
        ]}
        onChange={setOnly}
      />
      <SaveNotice save={save} />
      {query.isPending ? (
        <Skeleton rows={5} height={44} />
      ) : !query.data ? (
        <Failed onRetry={query.refetch} />
      ) : webhooks.length === 0 ? (
        <NoWebhooks only={only} />
      ) : (
        <div className={styles['list']}>
          <Rows label={t`Webhooks`}>
            {webhooks.map(({ id, receivedAt, happenedAt, outcome, events, proof, why, ms, bytes }) => (
              <Row
                key={id}
                outcome={outcome}
                at={receivedAt}
                time={moment(receivedAt)}
                what={<EventWords events={events} />}
                more={[proof === null ? null : i18n._(PROOF_WORDS[proof]), lateWords(receivedAt, happenedAt), why].filter(Boolean).join(' · ')}
                figures={[ms === null ? null : milliseconds(ms), fileSize(bytes, locale)].filter(Boolean).join(' · ')}
                onOpen={() => setOpened(id)}
              />
            ))}
          </Rows>
        </div>
      )}
      {query.hasNextPage ? (
        <Button size="small" className={styles['older']} isDisabled={offline || query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? <Trans>Loading …</Trans> : <Trans>Show older ones</Trans>}
        </Button>
      ) : null}
      {opened === null ? null : <WebhookDialog id={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function NoWebhooks({ only }: { only: Only }) {
  if (only === 'troubled')
    return (
      <StateScreen icon={CircleCheck} title={<Trans>Everything that came was understood</Trans>}>
        <Trans>What could not be read is kept all the same, and would stand here.</Trans>
      </StateScreen>
    );
  return (
    <StateScreen icon={Inbox} title={<Trans>No webhook has come yet</Trans>}>
      <Trans>As soon as Meta delivers something, it stands here. What is turned away stands beside it, under “Turned away”.</Trans>
    </StateScreen>
  );
}
