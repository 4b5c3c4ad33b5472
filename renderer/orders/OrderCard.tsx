import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import { OrderMarks } from './OrderMarks.tsx';
import { OrderTotal } from './OrderTotal.tsx';
import { useOrderKeys } from './use-order-keys.ts';
import styles from './OrderCard.module.css';

/** Lines that a card shows; the rest stands in the panel. */
const LINES = 4;

/** An order on the board. Its first line is the link that opens it, and what the keys act on. */
export function OrderCard({ order, isShown, onDecline }: { order: OrderView; isShown: boolean; onDecline: (order: OrderView) => void }) {
  const { i18n } = useLingui();
  const rings = order.state === 'new';
  const root = useRef<HTMLLIElement>(null);
  const actions = useOrderKeys(root, order, onDecline);
  const more = order.lines.length - LINES;
  return (
    <li ref={root} className={classNames(styles['card'], rings && styles['rings'], isShown && styles['shown'])}>
      <div className={styles['head']}>
        <Link href={`/orders/${order.id}`} className={styles['link']} data-order-link={order.id} aria-current={isShown ? 'true' : undefined}>
          <span className={styles['number']}>#{order.number}</span>
          <span className={styles['name']}>
            <bdi>{customerName(order.customer, i18n)}</bdi>
          </span>
        </Link>
        <TimeAgo at={order.placedAt} className={styles['time']} />
      </div>
      <OrderMarks order={order} />
      <ul className={styles['lines']}>
        {order.lines.slice(0, LINES).map((line) => (
          <li key={line.position} className={styles['line']}>
            <b>{line.quantity ?? line.quantityRaw} ×</b>
            <span dir="auto">{line.product.name ?? line.product.retailerId}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className={styles['more']}>
          <Plural value={more} one="and # more line" other="and # more lines" />
        </p>
      ) : null}
      {order.note !== null && rings ? (
        <p className={styles['note']} dir="auto">
          {order.note}
        </p>
      ) : null}
      <div className={styles['foot']}>
        <OrderTotal order={order} size="card" />
        {rings ? (
          <span className={styles['buttons']}>
            <OrderButtons order={order} actions={actions} size="normal" onDecline={onDecline} hasKeys={isShown} />
          </span>
        ) : null}
      </div>
      {actions.accept.isError ? (
        <p role="alert" className={styles['wrong']}>
          <Trans>This did not work. Try again.</Trans>
        </p>
      ) : null}
    </li>
  );
}
