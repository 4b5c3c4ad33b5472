import { queryOptions } from '@tanstack/react-query';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';

/** The account's templates as last read. */
export function useTemplatesOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.templates, queryFn: () => api.templates.list() });
}
