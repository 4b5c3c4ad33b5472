import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import type { Api } from '../../shared/contract.ts';
import { queryKeys } from '../feed/query-keys.ts';

/** Everything that is known of a customer; null where there is none of this id. */
export function useCustomerOptions(customerId: number) {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.customer(customerId), queryFn: () => api.customers.get({ customerId }) });
}

/** Every tag in use, most used first. */
export function useTags(): string[] {
  const api = useApi();
  return useQuery({ queryKey: [...queryKeys.customers, 'tags'], queryFn: () => api.customers.tags() }).data ?? [];
}

type Change = Omit<Parameters<Api['customers']['save']>[0], 'customerId'>;

/** Stores what the shop writes down of a customer; the feed brings it back. `trouble`: it was not stored. */
export function useSaveCustomer(customerId: number): { save: (change: Change, then?: () => void) => void; isPending: boolean; trouble: boolean } {
  const api = useApi();
  const saving = useMutation({ mutationFn: (change: Change) => api.customers.save({ customerId, ...change }) });
  return {
    save: (change, then) => saving.mutate(change, { onSuccess: (answer) => (answer.ok ? then?.() : undefined) }),
    isPending: saving.isPending,
    trouble: saving.isError || saving.data?.ok === false,
  };
}
