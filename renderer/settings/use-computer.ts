import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** What this computer really does; its own settings and the hour change it without a word. */
export function useComputer() {
  const api = useApi();
  return useQuery({ queryKey: queryKeys.computer, queryFn: () => api.computer.get(), refetchInterval: 15_000 });
}

/** Asks the system once more to start the program at login. */
export function useSetAutostart() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => api.computer.setAutostart(), onSuccess: (view) => queries.setQueryData(queryKeys.computer, view) });
}
