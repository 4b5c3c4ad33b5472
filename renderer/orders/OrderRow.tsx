import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { isClosed } from '../../shared/domain/order.ts';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { OrderAddress } from './OrderAddress.tsx';
import { orderNumber } from './order-number.ts';
import { OrderButtons } from './OrderButtons.tsx';
import { OrderMarks } from './OrderMarks.tsx';
import { OrderStateMark } from './OrderStateMark.tsx';
import { OrderTotal } from './OrderTotal.tsx';
import { PromisedTime } from './PromisedTime.tsx';
import { StepTrouble } from './StepTrouble.tsx';
import { useQuickOrder } from './use-quick-order.ts';
import { isMade, ownLines } from './what-to-make.ts';
import styles from './OrderList.module.css';

type Props = { order: OrderView; isShown: boolean; onEnd: (order: OrderView) => void };

/** An order in the list: a line to open it, what stands out about it, and its next step. */
export function OrderRow({ order, isShown, onEnd }: Props) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const root = useRef<HTMLLIElement>(null);
  const { actions, ticket, go, promiseAt } = useQuickOrder(root, order, onEnd);
  const closed = isClosed(order.state);
  const what = [
    ...order.lines.filter(isMade).map((line) => `${line.quantity ?? line.quantityRaw} × ${line.product.name ?? line.product.retailerId}`),
    ...ownLines(order).map(({ label }) => label),
  ];
  return (
    <li ref={root} className={classNames(styles['row'], order.state === 'new' && styles['rings'], isShown && styles['shown'])}>
      <Link href={`/orders/${order.id}`} className={styles['link']} data-order-link={order.id} aria-current={isShown ? 'true' : undefined}>
        <span className={styles['number']}>{orderNumber(order.number, i18n)}</span>
        <span className={styles['who']}>
          <span className={styles['name']}>
            <bdi>{customerName(order.customer, i18n)}</bdi>
          </span>
          <span className={styles['small']} dir="auto">
            {formats.moment(order.placedAt, now)} · {what.length === 0 ? <Trans>The cart came without articles</Trans> : what.slice(0, 4).join(', ')}
          </span>
        </span>
        <OrderStateMark state={order.state} />
        <span className={styles['sum']}>
          <OrderTotal order={order} size="card" />
        </span>
      </Link>
      <span className={styles['act']}>
        {closed ? null : <OrderButtons order={order} isBusy={actions.step.isPending} hasKeys={false} promiseAt={promiseAt} onStep={go} onEnd={onEnd} />}
      </span>
      <div className={styles['below']}>
        {closed || order.promisedAt === null || order.state === 'new' ? null : <PromisedTime at={order.promisedAt} />}
        <OrderAddress order={order} />
        <OrderMarks order={order} placeIsSaid />
        <StepTrouble actions={actions} ticket={ticket} look="line" />
      </div>
    </li>
  );
}
