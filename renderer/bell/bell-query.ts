import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SoundCheckView } from '../../shared/contract/bell.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** The daily hour comes without a change that anybody could tell. */
const ASK_EVERY_MS = 30_000;

/** How the bell stands: the sound check and what the system says; undefined until it is known. */
export function useSoundCheck(): SoundCheckView | undefined {
  const api = useApi();
  return useQuery(queryOptions({ queryKey: queryKeys.bell, queryFn: () => api.bell.get(), refetchInterval: ASK_EVERY_MS })).data;
}

/** Plays the alarm everywhere and asks; and takes the answer. */
export function useSoundCheckActions() {
  const api = useApi();
  const queries = useQueryClient();
  const onSuccess = (view: SoundCheckView) => queries.setQueryData(queryKeys.bell, view);
  const check = useMutation({ mutationFn: () => api.bell.check(), onSuccess });
  const answer = useMutation({ mutationFn: (heard: boolean) => api.bell.answer({ heard }), onSuccess });
  return { check, answer };
}
