import { useLingui } from '@lingui/react/macro';
import styles from './Skeleton.module.css';

/** Grey places of what is on its way. */
export function Skeleton({ rows, height }: { rows: number; height: number }) {
  const { t } = useLingui();
  return (
    <output className={styles['skeleton']} aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles['row']} style={{ blockSize: height }} />
      ))}
    </output>
  );
}
