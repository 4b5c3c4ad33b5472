import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import { Link } from 'wouter';
import type { MessageContent } from '../../shared/contract/messages.ts';
import { orderNumber } from '../orders/order-number.ts';
import { OrderTotal } from '../orders/OrderTotal.tsx';
import styles from './OrderLinkCard.module.css';

/** An order inside its chat: leads to the order. */
export function OrderLinkCard({ order }: { order: Extract<MessageContent, { kind: 'order' }> }) {
  const { i18n } = useLingui();
  return (
    <Link href={`/orders/${order.orderId}`} className={styles['card']}>
      <span className={styles['icon']}>
        <ShoppingBag size={22} aria-hidden="true" />
      </span>
      <span className={styles['words']}>
        <strong>
          <Trans>Order {orderNumber(order.number, i18n)}</Trans>
        </strong>
        <small className={styles['pieces']}>
          <Plural value={Number(order.pieces)} one="# piece" other="# pieces" />
        </small>
      </span>
      <OrderTotal order={order} size="card" />
    </Link>
  );
}
