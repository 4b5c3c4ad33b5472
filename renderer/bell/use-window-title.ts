import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

/** The window's title says how many orders wait, for the task bar and the tab. */
export function useWindowTitle(view: string, waiting: number): void {
  const { t } = useLingui();
  const title = waiting > 0 ? t`(${waiting}) New order - Shopbell` : `${view} - Shopbell`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
