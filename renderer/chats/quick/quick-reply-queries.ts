import { queryOptions } from '@tanstack/react-query';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';

/** The texts that stand ready. */
export function useQuickRepliesOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.quickReplies, queryFn: () => api.quickReplies.list() });
}
