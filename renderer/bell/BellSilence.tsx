import { Trans } from '@lingui/react/macro';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { useBellState } from './BellProvider.tsx';
import styles from './RingingBar.module.css';

/** Why the bell is silent, or rings so seldom, although orders wait; nothing where it rings as set. */
export function BellSilence() {
  const { silent, silentUntil } = useBellState();
  const formats = useFormats();
  const now = useNow(60_000);
  if (silent === null) return null;
  const until = silentUntil === null ? null : formats.moment(silentUntil, now);
  return (
    <span className={styles['why']}>
      {silent === 'ran-out' ? (
        <Trans>It has rung for as long as you set; now it rings every five minutes</Trans>
      ) : silent === 'quiet-hours' ? (
        until === null ? (
          <Trans>Quiet hours: the bell is silent</Trans>
        ) : (
          <Trans>Quiet hours: the bell rings from {until}</Trans>
        )
      ) : until === null ? (
        <Trans>The shop is closed: the bell is silent</Trans>
      ) : (
        <Trans>The shop is closed: the bell rings from {until}</Trans>
      )}
    </span>
  );
}
