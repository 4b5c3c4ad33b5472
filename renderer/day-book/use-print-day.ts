import { useMutation } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';

/** Prints a business day's close (YYYY-MM-DD). */
export function usePrintDay() {
  const api = useApi();
  return useMutation({ mutationFn: (day: string) => api.printing.printDay({ day }) });
}
