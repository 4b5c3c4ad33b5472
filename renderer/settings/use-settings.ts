import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SecretName, Settings } from '../../shared/contract/settings.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

const SAVING = ['settings', 'save'] as const;

/**
 * The settings in force, and over them what is being stored at this moment: an answer to an earlier change, which knows nothing of a
 * later one, must not take the later one off the page while somebody types into it.
 */
export function useSettings() {
  const api = useApi();
  const query = useQuery({ queryKey: queryKeys.settings, queryFn: () => api.settings.get() });
  const saving = useMutationState({
    filters: { mutationKey: SAVING, status: 'pending' },
    select: (mutation) => mutation.state.variables as Partial<Settings>,
  });
  const { data } = query;
  if (!data || saving.length === 0) return query;
  return { ...query, data: { ...data, values: Object.assign({}, data.values, ...saving) as Settings } };
}

/** Stores some settings; the page shows them at once and goes back when they were not taken. */
export function useSaveSettings() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: SAVING,
    mutationFn: (values: Partial<Settings>) => api.settings.save(values),
    onSuccess: ({ settings }) => queries.setQueryData(queryKeys.settings, settings),
    onError: () => queries.invalidateQueries({ queryKey: queryKeys.settings }),
  });
}

/** Stores a secret; its text goes out and never comes back. */
export function useSetSecret() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (secret: { name: SecretName; value: string }) => api.settings.setSecret(secret),
    onSuccess: (settings) => queries.setQueryData(queryKeys.settings, settings),
  });
}
