import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { nextOrderState } from '../../shared/domain/order.ts';
import { useTakeFocus } from '../keys/use-take-focus.ts';
import { buttonClass } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Failed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { OrderButtons } from './OrderButtons.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderLineRow } from './OrderLineRow.tsx';
import { OrderTotal } from './OrderTotal.tsx';
import { OrderWork } from './OrderWork.tsx';
import { PieceCount } from './PieceCount.tsx';
import { useOrderOptions } from './order-queries.ts';
import { useOrderKeys } from './use-order-keys.ts';
import styles from './OrderPanel.module.css';

type Props = { orderId: number; isChosen: boolean; onDecline: (order: OrderView) => void; className: string | undefined };

/** Everything about one order, and what can be done with it. */
export function OrderPanel({ orderId, isChosen, onDecline, className }: Props) {
  const query = useQuery(useOrderOptions(orderId));
  const order = query.data;
  const root = useRef<HTMLElement>(null);
  const actions = useOrderKeys(root, order, onDecline);
  useTakeFocus(root, isChosen && order != null);
  const say = useSayReason();
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
  const refusal = actions.accept.data?.ok === false ? say(actions.accept.data.reason) : null;
  const open = nextOrderState(order.state, 'decline') !== null;
  return (
    <section ref={root} tabIndex={-1} className={classNames(styles['panel'], className)}>
      <OrderHead order={order} />
      <div className={styles['body']} {...scrollsByKey}>
        <ul>
          {order.lines.map((line) => (
            <OrderLineRow key={line.position} line={line} />
          ))}
        </ul>
        <div className={styles['sum']}>
          <PieceCount pieces={order.pieces} />
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
      {refusal || actions.accept.isError ? (
        <div className={styles['refusal']}>
          <Notice tone="warn" isLive title={refusal ? refusal.title : <Trans>This did not work. Try again.</Trans>}>
            {refusal?.todo}
          </Notice>
        </div>
      ) : null}
      {open ? (
        <div className={styles['foot']}>
          <OrderButtons order={order} actions={actions} size="big" hasKeys onDecline={onDecline} />
        </div>
      ) : null}
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
