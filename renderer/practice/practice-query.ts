import { queryOptions } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** The practice shop: whether it runs, and how its WhatsApp behaves. */
export function usePracticeOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.practice, queryFn: () => api.practice.get() });
}
