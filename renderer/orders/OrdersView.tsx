import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { moveFocus } from '../keys/move-focus.ts';
import { classNames } from '../ui/class-names.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { BoardColumns } from './BoardColumns.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { NoOrders } from './NoOrders.tsx';
import { OrderPanel } from './OrderPanel.tsx';
import { useBoardOptions } from './order-queries.ts';
import styles from './OrdersView.module.css';

/** The board at the left, the chosen order at the right; where there is room for one alone, the chosen order or the board. */
export function OrdersView({ orderId }: { orderId: number | null }) {
  const board = useQuery(useBoardOptions());
  const [, navigate] = useLocation();
  const [declining, setDeclining] = useState<OrderView | null>(null);
  const root = useRef<HTMLDivElement>(null);

  useKeysWithin(root, (event) => {
    if (event.key === 'Escape' && orderId !== null) {
      navigate('/orders');
      root.current?.querySelector<HTMLElement>(`[data-order-link="${orderId}"]`)?.focus();
    } else if (root.current && moveFocus(root.current, event.key, '[data-order-link]', '[data-column]')) event.preventDefault();
  });

  if (board.isPending) return <Skeleton rows={4} height={120} />;
  if (!board.data) return <Failed onRetry={board.refetch} />;
  const { new: fresh, accepted, closed } = board.data;
  const empty = fresh.length + accepted.length + closed.length === 0;
  // Nothing chosen: the order that has waited longest is the one that wants a hand.
  const shownId = orderId ?? fresh[0]?.id ?? accepted[0]?.id ?? null;

  return (
    <div ref={root} className={classNames(styles['view'], orderId !== null && styles['chosen'])}>
      {empty ? <NoOrders /> : <BoardColumns board={board.data} shownId={shownId} onDecline={setDeclining} />}
      {shownId === null ? (
        <section className={styles['panel']}>
          <StateScreen icon={ShoppingBag} title={<Trans>No order chosen</Trans>}>
            <Trans>Here you see what a customer ordered, with every line.</Trans>
          </StateScreen>
        </section>
      ) : (
        <OrderPanel key={shownId} orderId={shownId} onDecline={setDeclining} className={styles['panel']} />
      )}
      {declining ? <DeclineDialog order={declining} onClose={() => setDeclining(null)} /> : null}
    </div>
  );
}
