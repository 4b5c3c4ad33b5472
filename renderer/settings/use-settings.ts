import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SecretName, Settings, SettingsView } from '../../shared/contract/settings.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** The settings in force. */
export function useSettings() {
  const api = useApi();
  return useQuery({ queryKey: queryKeys.settings, queryFn: () => api.settings.get() });
}

/** Stores some settings; the page shows them at once and goes back when they were not taken. */
export function useSaveSettings() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: Partial<Settings>) => api.settings.save(values),
    onMutate: (values) => {
      const before = queries.getQueryData<SettingsView>(queryKeys.settings);
      if (before) queries.setQueryData<SettingsView>(queryKeys.settings, { ...before, values: { ...before.values, ...values } });
    },
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
