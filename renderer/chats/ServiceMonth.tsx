import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import styles from './ServiceMonth.module.css';

/** An estimate needs no news of its own. Ms. */
const OFTEN = 5 * 60_000;

/** How many of the account's free service messages are used up this month; nothing before the first, and nothing where it is not known. */
export function ServiceMonth() {
  const api = useApi();
  const formats = useFormats();
  const { data } = useQuery({ queryKey: queryKeys.serviceMonth, queryFn: () => api.chats.month(), staleTime: 60_000, refetchInterval: OFTEN, retry: false });
  if (!data || data.delivered === 0) return null;
  const delivered = formats.number(data.delivered);
  const free = formats.number(data.free);
  return (
    <span className={styles['month']} data-over={data.delivered > data.free ? '' : undefined}>
      <Trans>
        {delivered} of {free} free service messages this month (estimate)
      </Trans>
    </span>
  );
}
