import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';
import { useRef, useState } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { BoardColumns } from './BoardColumns.tsx';
import { EndDialog } from './EndDialog.tsx';
import { keepLayout, keptLayout } from './kept-view.ts';
import { MakeOrderDialog } from './MakeOrderDialog.tsx';
import { NoOrders } from './NoOrders.tsx';
import { OrderChat } from './OrderChat.tsx';
import { OrderList } from './OrderList.tsx';
import { OrderPanel } from './OrderPanel.tsx';
import { useBoardOptions } from './order-queries.ts';
import { OrdersTools } from './OrdersTools.tsx';
import { useOrdersKeys } from './use-orders-keys.ts';
import styles from './OrdersView.module.css';

/** The board or the list (of one customer's orders alone, where they were asked for) at the left, the chosen order at the right, its chat beside it on request; where there is room for one alone, one of them. */
export function OrdersView({ orderId, customerId }: { orderId: number | null; customerId: number | null }) {
  const board = useQuery(useBoardOptions());
  const [layout, setLayout] = useState(() => (customerId === null ? keptLayout() : 'list'));
  // Whose orders alone are shown: as long as one stays in this view, whichever of them is opened.
  const [ofCustomer, setOfCustomer] = useState(customerId);
  const [asked, setAsked] = useState(customerId);
  if (asked !== customerId) {
    setAsked(customerId);
    if (customerId !== null) {
      setOfCustomer(customerId);
      setLayout('list');
    }
  }
  const [ending, setEnding] = useState<OrderView | null>(null);
  const [isMaking, setMaking] = useState(false);
  /** To look into a chat marks it as read, so each is opened by itself. */
  const [chattingOf, setChattingOf] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const changeLayout = (next: typeof layout) => {
    keepLayout(next);
    setLayout(next);
    setOfCustomer(null);
  };
  const columns = board.data;
  const open = columns ? [...columns.new, ...columns.accepted, ...columns.preparing, ...columns.ready] : [];
  // Nothing chosen: the order that has waited longest is the one that wants a hand.
  const shownId = orderId ?? open[0]?.id ?? null;
  const isChatting = shownId !== null && chattingOf === shownId;
  const closeChat = () => {
    setChattingOf(null);
    // Where the chat stood in the order's place, the order comes back only after this.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-chat-toggle]')?.focus());
  };
  useOrdersKeys(root, {
    orderId,
    closeChat: isChatting ? closeChat : null,
    make: () => setMaking(true),
    changeLayout: () => changeLayout(layout === 'board' ? 'list' : 'board'),
  });

  if (board.isPending) return <Skeleton rows={4} height={120} />;
  if (!columns) return <Failed onRetry={board.refetch} />;
  const empty = open.length + columns.closed.length === 0;

  return (
    <div
      ref={root}
      data-chosen={orderId === null ? undefined : ''}
      className={classNames(styles['view'], orderId !== null && styles['chosen'], isChatting && styles['chatting'])}
    >
      <OrdersTools layout={layout} onLayout={changeLayout} onMake={() => setMaking(true)} />
      {layout === 'list' ? (
        <OrderList shownId={shownId} customerId={ofCustomer} onEverybody={() => setOfCustomer(null)} onEnd={setEnding} />
      ) : empty ? (
        <div className={styles['empty']} data-orders="">
          <NoOrders />
        </div>
      ) : (
        <BoardColumns board={columns} shownId={shownId} onEnd={setEnding} />
      )}
      {shownId === null ? (
        <section className={styles['panel']}>
          <StateScreen icon={ShoppingBag} title={<Trans>No order chosen</Trans>}>
            <Trans>Here you see what a customer ordered, with every line.</Trans>
          </StateScreen>
        </section>
      ) : (
        <OrderPanel
          key={shownId}
          orderId={shownId}
          isChosen={orderId !== null}
          isChatting={isChatting}
          onChat={isChatting ? closeChat : () => setChattingOf(shownId)}
          onEnd={setEnding}
          className={styles['panel']}
        />
      )}
      {isChatting ? <OrderChat orderId={shownId} onClose={closeChat} className={styles['chat']} /> : null}
      {ending ? <EndDialog order={ending} onClose={() => setEnding(null)} /> : null}
      {isMaking ? <MakeOrderDialog conversationId={null} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}
