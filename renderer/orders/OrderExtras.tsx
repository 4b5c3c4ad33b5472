import { Trans } from '@lingui/react/macro';
import type { OrderExtraView } from '../../shared/contract/orders.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import styles from './OrderExtras.module.css';

/** Fees, discounts and lines that no cart held. */
export function OrderExtras({ extras }: { extras: readonly OrderExtraView[] }) {
  const formats = useFormats();
  if (extras.length === 0) return null;
  return (
    <ul className={styles['extras']}>
      {extras.map(({ id, kind, label, amount }) => (
        <li key={id} className={styles['extra']}>
          <span className={styles['label']} dir="auto">
            {label.trim() === '' ? kind === 'discount' ? <Trans>Discount</Trans> : kind === 'fee' ? <Trans>Fee</Trans> : <Trans>Extra</Trans> : label}
          </span>
          <span className={styles['amount']}>{formats.money(kind === 'discount' ? { ...amount, minor: -amount.minor } : amount)}</span>
        </li>
      ))}
    </ul>
  );
}
