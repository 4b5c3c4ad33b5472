import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Failed } from '../ui/Failed.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { GAP_CAUSES } from './gap-words.ts';
import styles from './LinkLog.module.css';

/** The times of the last thirty days in which nothing could arrive. */
export function GapList() {
  const { i18n } = useLingui();
  const api = useApi();
  const formats = useFormats();
  const now = useNow(60_000);
  const query = useQuery({ queryKey: queryKeys.gaps, queryFn: () => api.connection.gaps() });
  if (query.isPending) return <Skeleton rows={2} height={28} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  if (query.data.length === 0)
    return (
      <p className={styles['none']}>
        <Trans>None in the last 30 days.</Trans>
      </p>
    );
  return (
    <ol className={styles['list']}>
      {query.data.map((gap) => (
        <li key={gap.id} className={styles['row']}>
          <span className={styles['at']}>{formats.moment(gap.beganAt, now)}</span>
          <span className={styles['what']}>
            <span>
              {gap.endedAt === null ? <Trans>still lasts</Trans> : formats.span(gap.endedAt - gap.beganAt)} · {i18n._(GAP_CAUSES[gap.cause])}
            </span>
            <small>
              <Plural value={gap.lateOrderIds.length} one="# order came late" other="# orders came late" />,{' '}
              <Plural value={gap.lateMessages} one="# message" other="# messages" />
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}
