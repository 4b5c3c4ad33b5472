import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './ClosedRow.module.css';

/** A declined order, small. */
export function ClosedRow({ order, isShown }: { order: OrderView; isShown: boolean }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <li className={classNames(styles['row'], isShown && styles['shown'])}>
      <Link href={`/orders/${order.id}`} className={styles['link']} data-order-link={order.id} aria-current={isShown ? 'true' : undefined}>
        <span className={styles['number']}>#{order.number}</span>
        <span className={styles['name']} dir="auto">
          {customerName(order.customer, i18n)}
        </span>
        <time className={styles['time']} dateTime={new Date(order.placedAt).toISOString()}>
          {formats.brief(order.placedAt, now)}
        </time>
      </Link>
    </li>
  );
}
