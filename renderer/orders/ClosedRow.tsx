import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import styles from './ClosedRow.module.css';

/** A declined order, small. */
export function ClosedRow({ order, isShown }: { order: OrderView; isShown: boolean }) {
  const { i18n } = useLingui();
  return (
    <li className={classNames(styles['row'], isShown && styles['shown'])}>
      <Link href={`/orders/${order.id}`} className={styles['link']} data-order-link={order.id} aria-current={isShown ? 'true' : undefined}>
        <span className={styles['number']}>#{order.number}</span>
        <span className={styles['name']}>
          <bdi>{customerName(order.customer, i18n)}</bdi>
        </span>
        <TimeAgo at={order.placedAt} className={styles['time']} />
      </Link>
    </li>
  );
}
