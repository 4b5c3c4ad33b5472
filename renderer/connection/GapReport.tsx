import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { GapView } from '../../shared/contract/connection.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { GAP_CAUSES } from './gap-words.ts';
import styles from './LinkLog.module.css';

/** After a time in which nothing could arrive: when, why, what has come since, and until when more may come. */
export function GapReport({ gap }: { gap: GapView }) {
  const { i18n } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const formats = useFormats();
  const now = useNow(60_000);
  const seen = useMutation({
    mutationFn: () => api.connection.gapSeen({ gapId: gap.id }),
    onSuccess: (view) => {
      queries.setQueryData(queryKeys.connection, view);
      void queries.invalidateQueries({ queryKey: queryKeys.gaps });
    },
  });
  const from = formats.moment(gap.beganAt, now);
  const orders = gap.lateOrderIds.length;
  return (
    <Notice
      tone="warn"
      title={
        gap.endedAt === null ? (
          <Trans>Since {from} nothing can arrive</Trans>
        ) : (
          <Trans>
            From {from} to {formats.moment(gap.endedAt, now)} nothing could arrive
          </Trans>
        )
      }
      actions={
        gap.endedAt === null ? undefined : (
          <Button isDisabled={offline || seen.isPending} onPress={() => seen.mutate()}>
            <Trans>I have seen it</Trans>
          </Button>
        )
      }
    >
      <p>{i18n._(GAP_CAUSES[gap.cause])}</p>
      <p>
        <Trans>What came late since:</Trans> <Plural value={orders} one="# order" other="# orders" />,{' '}
        <Plural value={gap.lateMessages} one="# message" other="# messages" />.{' '}
        {gap.lateOrderIds.slice(0, 5).map((orderId, index) => (
          <Link key={orderId} href={`/orders/${orderId}`} className={styles['link']}>
            <Trans>Open late order {index + 1}</Trans>
          </Link>
        ))}
      </p>
      {now < gap.mayComeUntil ? (
        <p>
          <Trans>
            Meta goes on trying until {formats.moment(gap.mayComeUntil, now)}: until then something may still come. What it has given up by then, nobody can
            fetch.
          </Trans>
        </p>
      ) : null}
    </Notice>
  );
}
