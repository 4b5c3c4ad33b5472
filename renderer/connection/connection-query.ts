import { queryOptions } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** A webhook that brings only ticks is no news of the connection; the time of the last one is asked for. */
const ASK_EVERY_MS = 15_000;

/** What is known of the way in and the way out. */
export function useConnectionOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.connection, queryFn: () => api.connection.get(), refetchInterval: ASK_EVERY_MS });
}
