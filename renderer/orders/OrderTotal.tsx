import { Plural, Trans } from '@lingui/react/macro';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { isLongMoney } from './is-long-money.ts';
import styles from './OrderTotal.module.css';

/** What an order comes to: one sum per currency, and how many lines could not be counted. */
export function OrderTotal({ order, size }: { order: Pick<OrderView, 'totals' | 'unclear'>; size: 'card' | 'panel' }) {
  const formats = useFormats();
  return (
    <span className={styles['total']} data-size={size}>
      {order.totals.length === 0 ? (
        <span className={styles['sum']}>
          <Trans>No total</Trans>
        </span>
      ) : null}
      {order.totals.map((total) => {
        const words = formats.money(total);
        return (
          <span key={total.currency} className={styles['sum']} data-long={isLongMoney(words) ? '' : undefined}>
            {words}
          </span>
        );
      })}
      {order.unclear > 0 ? (
        <span className={styles['unclear']}>
          <Plural value={order.unclear} one="plus # unclear" other="plus # unclear" />
        </span>
      ) : null}
    </span>
  );
}
