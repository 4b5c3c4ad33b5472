import { Trans } from '@lingui/react/macro';
import { Clock, ClockAlert } from 'lucide-react';
import type { ServiceWindow } from '../../shared/domain/service-window.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { windowNow } from './window-now.ts';
import styles from './WindowClock.module.css';

/** How long free text is still possible, in words. */
export function WindowClock({ window }: { window: ServiceWindow }) {
  const formats = useFormats();
  const now = useNow(10_000);
  const current = windowNow(window, now);
  if (current.state === 'open') {
    return (
      <span className={styles['clock']}>
        <Clock size={15} aria-hidden="true" />
        <Trans>Free text for {formats.span(current.endsAt - now)} more</Trans>
      </span>
    );
  }
  return (
    <span className={styles['clock']} data-closed="">
      <ClockAlert size={15} aria-hidden="true" />
      {current.state === 'closed' ? <Trans>Free text ended {formats.ago(current.endedAt, now)}</Trans> : <Trans>The customer has not written yet</Trans>}
    </span>
  );
}
