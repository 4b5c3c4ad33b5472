import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SetupView } from '../../shared/contract/setup.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { Api } from '../../shared/contract.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** How far the set-up is. */
export function useSetup() {
  const api = useApi();
  return useQuery({ queryKey: queryKeys.setup, queryFn: () => api.setup.get() });
}

type Done = { ok: true; setup: SetupView } | { ok: false; reason: Reason; details: string | null };
export type SetupTrouble = { reason: Reason; details: string | null } | 'failed' | null;

/** One step of the set-up, to be done as often as one likes. @param step gets what was asked for, and answers with the set-up as it then stands */
export function useSetupCall<Asked>(step: (api: Api['setup'], asked: Asked) => Promise<Done>) {
  const api = useApi();
  const queries = useQueryClient();
  const call = useMutation({
    mutationFn: (asked: Asked) => step(api.setup, asked),
    onSuccess: (answer) => {
      if (answer.ok) queries.setQueryData(queryKeys.setup, answer.setup);
      else void queries.invalidateQueries({ queryKey: queryKeys.setup });
    },
  });
  const trouble: SetupTrouble = call.isError ? 'failed' : call.data?.ok === false ? { reason: call.data.reason, details: call.data.details } : null;
  return { run: call.mutate, isPending: call.isPending, trouble };
}

/** Asks Meta once by itself: what is stored was proved before this program started, or never. @param wanted there is something to ask about, and it was not asked yet */
export function useFirstLook(wanted: boolean, look: () => void): void {
  const looked = useRef(false);
  useEffect(() => {
    if (!wanted || looked.current) return;
    looked.current = true;
    look();
  });
}
