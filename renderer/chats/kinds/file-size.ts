const STEPS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "840 kB", "2.4 MB". @param bytes of a file */
export function fileSize(bytes: number, locale: string): string {
  const step = bytes < 1e6 ? 0 : bytes < 1e9 ? 1 : 2;
  const value = bytes / 1000 ** (step + 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: STEPS[step] ?? 'gigabyte',
    unitDisplay: 'short',
    maximumFractionDigits: value >= 10 || (step === 0 && value >= 1) ? 0 : 1,
  }).format(value);
}
