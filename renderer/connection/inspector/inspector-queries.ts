import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';

export type Only = 'all' | 'troubled';

const PAGE = 50;
/** Pages; whoever has opened more reads what is old. */
const MOST_ASKED_ANEW = 3;
/** Calls and webhooks that bring only ticks are no news; they are asked for. */
const ASK_EVERY_MS = 5_000;

/** Below `connection`: whatever is news of the connection makes these old as well. */
const KEY = [...queryKeys.connection, 'inspector'] as const;

/** The newest webhooks first, page after page. */
export function useWebhooksOptions(only: Only) {
  const api = useApi();
  return infiniteQueryOptions({
    queryKey: [...KEY, 'webhooks', only],
    queryFn: ({ pageParam }: { pageParam: number | undefined }) =>
      api.inspector.webhooks({ limit: PAGE, only, ...(pageParam === undefined ? {} : { before: pageParam }) }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ webhooks, more }) => (more ? webhooks.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > MOST_ASKED_ANEW ? false : ASK_EVERY_MS),
  });
}

/** What came does not change; only how it is shown. */
export function useWebhookOptions(id: number, masked: boolean) {
  const api = useApi();
  return queryOptions({ queryKey: ['inspected', 'webhook', id, masked], queryFn: () => api.inspector.webhook({ id, masked }), staleTime: 0, gcTime: 0 });
}

export function useCallsOptions() {
  const api = useApi();
  return queryOptions({ queryKey: [...KEY, 'calls'], queryFn: () => api.inspector.calls(), refetchInterval: ASK_EVERY_MS });
}

export function useCallOptions(id: number, masked: boolean) {
  const api = useApi();
  return queryOptions({ queryKey: ['inspected', 'call', id, masked], queryFn: () => api.inspector.call({ id, masked }), staleTime: 0, gcTime: 0 });
}

export function useRefusalsOptions() {
  const api = useApi();
  return queryOptions({ queryKey: [...KEY, 'refusals'], queryFn: () => api.inspector.refusals() });
}
