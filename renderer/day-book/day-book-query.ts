import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** The hour turns the day over, and that is no news. */
const ASK_EVERY_MS = 60_000;

/** One business day's figures (YYYY-MM-DD); null: of the day that runs now. Until another day has come, the last one stays. */
export function useDayBookOptions(day: string | null) {
  const api = useApi();
  return queryOptions({
    queryKey: [...queryKeys.dayBook, day ?? 'now'],
    queryFn: () => api.dayBook.get(day === null ? {} : { day }),
    refetchInterval: ASK_EVERY_MS,
    placeholderData: keepPreviousData,
  });
}

/** A day's close as it would be printed now. */
export function useDayTicketOptions(day: string) {
  const api = useApi();
  return queryOptions({ queryKey: [...queryKeys.dayBook, day, 'ticket'], queryFn: () => api.printing.preview({ day }), staleTime: 0 });
}
