import { Trans } from '@lingui/react/macro';
import { Clock, ClockAlert } from 'lucide-react';
import type { ServiceWindow } from '../../shared/domain/service-window.ts';
import { useSettings } from '../settings/use-settings.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { closesSoon } from './window-alarm.ts';
import { windowNow } from './window-now.ts';
import styles from './WindowClock.module.css';

type Props = {
  window: ServiceWindow;
  /** A customer's message is unanswered: as the end comes near, the clock says so. */
  isWaiting?: boolean;
  /** Beside much else: in as few words as can be. */
  isBrief?: boolean;
};

/** How long free text is still possible, in words. */
export function WindowClock({ window, isWaiting = false, isBrief = false }: Props) {
  const formats = useFormats();
  const now = useNow(10_000);
  const warnMinutes = useSettings().data?.values.closingWarning ?? 0;
  const current = windowNow(window, now);
  if (current.state === 'open') {
    const left = formats.span(current.endsAt - now);
    const isSoon = closesSoon(current.endsAt, now, isWaiting, warnMinutes);
    const Sign = isSoon ? ClockAlert : Clock;
    return (
      <span className={styles['clock']} data-soon={isSoon ? '' : undefined}>
        <Sign size={15} aria-hidden="true" />
        {isSoon && isBrief ? (
          <Trans>Unanswered, {left} left</Trans>
        ) : isSoon ? (
          <Trans>Unanswered, and free text for only {left} more</Trans>
        ) : isBrief ? (
          <Trans>
            {left} left <span className="off-screen">for free text</span>
          </Trans>
        ) : (
          <Trans>Free text for {left} more</Trans>
        )}
      </span>
    );
  }
  return (
    <span className={styles['clock']} data-closed="">
      <ClockAlert size={15} aria-hidden="true" />
      {current.state === 'closed' && isBrief ? (
        <Trans>Free text is over</Trans>
      ) : current.state === 'closed' ? (
        <Trans>Free text ended {formats.ago(current.endedAt, now)}</Trans>
      ) : (
        <Trans>The customer has not written yet</Trans>
      )}
    </span>
  );
}
