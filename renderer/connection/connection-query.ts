import { queryOptions } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** What is known of the way in and the way out. */
export function useConnectionOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.connection, queryFn: () => api.connection.get() });
}
