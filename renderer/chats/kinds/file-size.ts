const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "840 kB", "2.4 MB". @param bytes of a file */
export function fileSize(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: STEPS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step < 2 || value >= 10 ? 0 : 1,
  }).format(value);
}
