const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "21 byte", "840 kB", "2.4 MB". @param bytes of a file */
export function fileSize(bytes: number, locale: string): string {
  const step = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: STEPS[step] ?? 'gigabyte',
    unitDisplay: 'short',
    maximumFractionDigits: value >= 10 || step < 2 ? 0 : 1,
  }).format(value);
}
