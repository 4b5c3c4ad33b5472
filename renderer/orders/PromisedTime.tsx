import { Trans } from '@lingui/react/macro';
import { AlarmClock, AlarmClockCheck, TriangleAlert } from 'lucide-react';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { promiseMark } from './promised-time.ts';
import styles from './PromisedTime.module.css';

/** When an open order was promised for, and how that stands: colour, shape and word. */
export function PromisedTime({ at }: { at: number }) {
  const now = useNow(5000);
  const formats = useFormats();
  const { kind, minutes } = promiseMark(at, now);
  const span = formats.span(minutes * 60_000);
  const Icon = kind === 'over' ? TriangleAlert : kind === 'ahead' ? AlarmClock : AlarmClockCheck;
  return (
    <span className={styles['promise']} data-stands={kind}>
      <Icon size={16} strokeWidth={2.3} aria-hidden="true" />
      <strong>{kind === 'over' ? <Trans>{span} over</Trans> : kind === 'due' ? <Trans>due now</Trans> : <Trans>in {span}</Trans>}</strong>
      <span className={styles['clock']}>
        <Trans>promised {formats.moment(at, now)}</Trans>
      </span>
    </span>
  );
}
