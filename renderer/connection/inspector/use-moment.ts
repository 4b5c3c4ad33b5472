import { useFormats } from '../../ui/FormatsProvider.tsx';
import { useNow } from '../../ui/use-now.ts';

/** "14:02:11" of today, else with its day before it. */
export function useMoment(): (at: number) => string {
  const formats = useFormats();
  const now = useNow(60_000);
  return (at) => (formats.dayKey(at) === formats.dayKey(now) ? formats.clockSeconds(at) : `${formats.brief(at, now)}, ${formats.clockSeconds(at)}`);
}

/** "0.8 ms", "1,240 ms". */
export function useMilliseconds(): (ms: number) => string {
  const { locale } = useFormats();
  return (ms) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: ms < 10 ? 1 : 0 }).format(ms);
}
