import { Trans } from '@lingui/react/macro';
import { ClockAlert, FlaskConical } from 'lucide-react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import styles from './OrderMarks.module.css';

/** What is out of the ordinary about an order: it came late, or it is a rehearsal. */
export function OrderMarks({ order }: { order: OrderView }) {
  const formats = useFormats();
  if (!order.late && !order.rehearsal) return null;
  return (
    <p className={styles['marks']}>
      {order.late ? (
        <span className={styles['late']}>
          <ClockAlert size={16} aria-hidden="true" />
          <Trans>Came {formats.span(order.receivedAt - order.placedAt)} late</Trans>
        </span>
      ) : null}
      {order.rehearsal ? (
        <span className={styles['rehearsal']}>
          <FlaskConical size={16} aria-hidden="true" />
          <Trans>Rehearsal, not a real order</Trans>
        </span>
      ) : null}
    </p>
  );
}
