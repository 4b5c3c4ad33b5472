import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OrderView } from '../../shared/contract/orders.ts';
import { ClosedRow } from './ClosedRow.tsx';
import { OrderCard } from './OrderCard.tsx';
import { OrderStateMark } from './OrderStateMark.tsx';
import styles from './BoardColumns.module.css';

type Board = { new: OrderView[]; accepted: OrderView[]; closed: OrderView[]; counts: { new: number; accepted: number; closed: number } };

/** New, accepted and declined orders side by side. */
export function BoardColumns({ board, shownId, onDecline }: { board: Board; shownId: number | null; onDecline: (order: OrderView) => void }) {
  const { t } = useLingui();
  const { counts } = board;
  return (
    <div className={styles['scroll']}>
      <div className={styles['board']}>
        <section className={styles['column']} aria-label={t`New orders`} data-column="">
          <ColumnHead state="new" count={counts.new} />
          {board.new.length === 0 ? (
            <p className={styles['none']}>
              <Trans>Nothing waits. The next order rings.</Trans>
            </p>
          ) : null}
          <ul className={styles['cards']}>
            {board.new.map((order) => (
              <OrderCard key={order.id} order={order} isShown={order.id === shownId} onDecline={onDecline} />
            ))}
          </ul>
          <More hidden={counts.new - board.new.length} />
        </section>
        <section className={styles['column']} aria-label={t`Accepted orders`} data-column="">
          <ColumnHead state="accepted" count={counts.accepted} />
          {board.accepted.length === 0 ? (
            <p className={styles['none']}>
              <Trans>What you accept stands here.</Trans>
            </p>
          ) : null}
          <ul className={styles['cards']}>
            {board.accepted.map((order) => (
              <OrderCard key={order.id} order={order} isShown={order.id === shownId} onDecline={onDecline} />
            ))}
          </ul>
          <More hidden={counts.accepted - board.accepted.length} />
        </section>
        <section className={styles['column']} aria-label={t`Declined orders`} data-column="">
          <ColumnHead state="declined" count={counts.closed} />
          {board.closed.length === 0 ? (
            <p className={styles['none']}>
              <Trans>None in the last two days.</Trans>
            </p>
          ) : null}
          <ul className={styles['rows']}>
            {board.closed.map((order) => (
              <ClosedRow key={order.id} order={order} isShown={order.id === shownId} />
            ))}
          </ul>
          <More hidden={counts.closed - board.closed.length} />
        </section>
      </div>
    </div>
  );
}

function ColumnHead({ state, count }: { state: 'new' | 'accepted' | 'declined'; count: number }) {
  return (
    <h2 className={styles['head']}>
      <OrderStateMark state={state} />
      <span className={styles['count']}>{count}</span>
    </h2>
  );
}

function More({ hidden }: { hidden: number }) {
  if (hidden <= 0) return null;
  return (
    <p className={styles['none']}>
      <Plural value={hidden} one="and # more" other="and # more" />
    </p>
  );
}
