import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** What can be done about the connection, and whether it is under way. */
export function useLinkDeeds() {
  const api = useApi();
  const queries = useQueryClient();
  const keep = (view: ConnectionView) => queries.setQueryData(queryKeys.connection, view);
  const check = useMutation({ mutationFn: () => api.connection.checkNow(), onSuccess: keep });
  const restart = useMutation({ mutationFn: () => api.connection.restartTunnel(), onSuccess: keep });
  const register = useMutation({
    mutationFn: (takeOver: boolean) => api.connection.register({ takeOver }),
    onSuccess: (answer) => {
      if (answer.ok) keep(answer.connection);
      else void queries.invalidateQueries({ queryKey: queryKeys.connection });
    },
  });
  return { check, restart, register, isBusy: check.isPending || restart.isPending || register.isPending };
}
export type LinkDeeds = ReturnType<typeof useLinkDeeds>;
