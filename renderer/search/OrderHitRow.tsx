import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { OrderHit } from '../../shared/contract/day-book.ts';
import { orderNumber } from '../orders/order-number.ts';
import { OrderStateMark } from '../orders/OrderStateMark.tsx';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { Marked } from './Marked.tsx';
import styles from './HitRow.module.css';

const WHERE: Record<OrderHit['where'], MessageDescriptor> = {
  number: msg`Order number`,
  customer: msg`Customer`,
  article: msg`Article`,
  note: msg`Note`,
  address: msg`Address`,
  extra: msg`Extra`,
  reason: msg`Reason`,
};

/** An order that was found, and where in it: the part that was looked for is marked. */
export function OrderHitRow({ hit }: { hit: OrderHit }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow();
  return (
    <div className={styles['row']}>
      <span className={styles['number']}>{orderNumber(hit.number, i18n)}</span>
      <span className={styles['name']} dir="auto">
        {customerName(hit.customer, i18n)}
      </span>
      <span className={styles['total']}>{formats.list(hit.totals.map(formats.money))}</span>
      <span className={styles['hit']}>
        <span className={styles['where']}>{i18n._(WHERE[hit.where])}</span> <Marked hit={hit} />
      </span>
      <span className={styles['facts']}>
        <OrderStateMark state={hit.state} />
        <time dateTime={new Date(hit.placedAt).toISOString()}>{formats.moment(hit.placedAt, now)}</time>
      </span>
    </div>
  );
}
