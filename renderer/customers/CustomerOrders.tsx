import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { orderNumber } from '../orders/order-number.ts';
import { OrderStateMark } from '../orders/OrderStateMark.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './customer.module.css';

/** What they have ordered, the newest first, and what it came to. */
export function CustomerOrders({ view }: { view: CustomerView }) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const { orders, orderCount, spent } = view;
  return (
    <section className={styles['part']} aria-label={t`Orders`}>
      <h3 className={styles['title']}>
        <Trans>Orders</Trans>
      </h3>
      {orders.length === 0 ? (
        <p className={styles['muted']}>
          <Trans>None yet</Trans>
        </p>
      ) : (
        <>
          <ul className={styles['list']}>
            {orders.map((order) => (
              <li key={order.orderId}>
                <Link href={`/orders/${order.orderId}`} className={styles['order']}>
                  <strong>{orderNumber(order.number, i18n)}</strong>
                  <OrderStateMark state={order.state} />
                  <time className={styles['muted']} dateTime={new Date(order.placedAt).toISOString()}>
                    {formats.brief(order.placedAt, now)}
                  </time>
                  <span className={styles['amount']}>
                    {formats.list(order.totals.map(formats.money))}
                    {order.unclear > 0 ? ' + ?' : ''}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <p className={styles['sum']}>
            <Link href={`/orders/of/${view.customer.id}`}>
              <Plural value={orderCount} one="# order in all" other="# orders in all" />
            </Link>
            <strong>{formats.list(spent.map(formats.money))}</strong>
          </p>
        </>
      )}
    </section>
  );
}
