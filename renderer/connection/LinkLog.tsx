import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { LINK_EVENT_WORDS } from './link-event-words.ts';
import { LogDetails } from './LogDetails.tsx';
import styles from './LinkLog.module.css';

const PAGE = 12;

/** What happened to the connection and what was done about it, the newest first. */
export function LinkLog() {
  const { i18n } = useLingui();
  const api = useApi();
  const say = useSayReason();
  const formats = useFormats();
  const now = useNow(60_000);
  const query = useInfiniteQuery({
    queryKey: queryKeys.linkLog,
    queryFn: ({ pageParam }) => api.connection.log({ limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.more ? (last.entries.at(-1)?.id ?? null) : null),
  });
  if (query.isPending) return <Skeleton rows={3} height={28} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0)
    return (
      <p className={styles['none']}>
        <Trans>Nothing has happened yet.</Trans>
      </p>
    );
  return (
    <>
      <ol className={styles['list']}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles['row']}>
            <time dateTime={new Date(entry.at).toISOString()} title={formats.clockSeconds(entry.at)} className={styles['at']}>
              {formats.moment(entry.at, now)}
            </time>
            <span className={styles['what']}>
              {i18n._(LINK_EVENT_WORDS[entry.event])}
              {entry.reason === null ? null : <small>{say(entry.reason).title}</small>}
              <LogDetails entry={entry} />
            </span>
          </li>
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button size="small" isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          <Trans>Show older ones</Trans>
        </Button>
      ) : null}
    </>
  );
}
