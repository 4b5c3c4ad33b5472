import { useLingui } from '@lingui/react/macro';
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { createFormats } from './formats.ts';
import type { Formats } from './formats.ts';

const FormatsContext = createContext<Formats | null>(null);

/** Tells the page how to write times and amounts; `zone` is the shop's, null while it is not known. */
export function FormatsProvider({ locale, zone, children }: { locale: string; zone: string | null; children: ReactNode }) {
  const { t } = useLingui();
  const formats = createFormats(locale, zone ?? undefined, t`just now`);
  return <FormatsContext value={formats}>{children}</FormatsContext>;
}

/** How times and amounts are written here. */
export function useFormats(): Formats {
  const formats = use(FormatsContext);
  if (!formats) throw new Error('No formats are set');
  return formats;
}
