import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useTakeFocus } from '../keys/use-take-focus.ts';
import { buttonClass } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { OrderExtras } from './OrderExtras.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderLineRow } from './OrderLineRow.tsx';
import { OrderTotal } from './OrderTotal.tsx';
import { OrderWork } from './OrderWork.tsx';
import { PieceCount } from './PieceCount.tsx';
import { StepFoot } from './StepFoot.tsx';
import { PerhapsReplaces } from './work/PerhapsReplaces.tsx';
import { isEmptyCart } from './what-to-make.ts';
import { useOrderOptions } from './order-queries.ts';
import styles from './OrderPanel.module.css';

type Props = {
  orderId: number;
  isChosen: boolean;
  isChatting: boolean;
  onChat: () => void;
  onEnd: (order: OrderView) => void;
  className: string | undefined;
};

/** Everything about one order, and what can be done with it. */
export function OrderPanel({ orderId, isChosen, isChatting, onChat, onEnd, className }: Props) {
  const query = useQuery(useOrderOptions(orderId));
  const order = query.data;
  const root = useRef<HTMLElement>(null);
  useTakeFocus(root, isChosen && order != null);
  if (query.isPending)
    return (
      <section className={className}>
        <Skeleton rows={5} height={56} />
      </section>
    );
  if (query.isError && !order)
    return (
      <section className={className}>
        <Failed onRetry={query.refetch} />
      </section>
    );
  if (!order)
    return (
      <section className={className}>
        <Gone />
      </section>
    );
  return (
    <section ref={root} tabIndex={-1} data-opened={`/orders/${orderId}`} className={classNames(styles['panel'], className)}>
      <OrderHead order={order} isChatting={isChatting} onChat={onChat} />
      <div className={styles['body']} {...scrollsByKey}>
        <PerhapsReplaces order={order} />
        {isEmptyCart(order) ? (
          <p className={styles['none']}>
            <Trans>The cart came without articles. Ask in the chat what was meant.</Trans>
          </p>
        ) : (
          <ul>
            {order.lines.map((line) => (
              <OrderLineRow key={line.position} line={line} />
            ))}
          </ul>
        )}
        <OrderExtras extras={order.extras} />
        <div className={styles['sum']}>
          {order.lines.length === 0 && order.extras.length > 0 ? <span /> : <PieceCount pieces={order.pieces} />}
          <OrderTotal order={order} size="panel" />
        </div>
        {order.note === null ? null : (
          <p className={styles['note']} dir="auto">
            {order.note}
          </p>
        )}
        <OrderWork order={order} />
        <OrderFacts order={order} />
      </div>
      <StepFoot root={root} order={order} onEnd={onEnd} />
    </section>
  );
}

function Gone() {
  return (
    <StateScreen
      icon={SearchX}
      title={<Trans>There is no such order</Trans>}
      actions={
        <Link href="/orders" className={buttonClass({ look: 'go' })}>
          <Trans>Back to all orders</Trans>
        </Link>
      }
    />
  );
}
