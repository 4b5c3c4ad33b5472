import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Archive } from 'lucide-react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { ClosedRow } from './ClosedRow.tsx';
import { OrderCard } from './OrderCard.tsx';
import { OrderStateMark } from './OrderStateMark.tsx';
import styles from './BoardColumns.module.css';

const OPEN = ['new', 'accepted', 'preparing', 'ready'] as const;
type Open = (typeof OPEN)[number];
type Column = Open | 'closed';
export type Board = Record<Column, OrderView[]> & { counts: Record<Column, number> };

type Props = { board: Board; shownId: number | null; onEnd: (order: OrderView) => void };

/** The orders side by side by where they stand; where there is less room, later columns stand below earlier ones. */
export function BoardColumns({ board, shownId, onEnd }: Props) {
  const { t } = useLingui();
  const { counts } = board;
  const names: Record<Open, string> = { new: t`New orders`, accepted: t`Accepted orders`, preparing: t`Orders being prepared`, ready: t`Ready orders` };
  return (
    <div className={styles['scroll']} data-orders="" {...scrollsByKey}>
      <div className={styles['board']}>
        {OPEN.map((state) => (
          <section
            key={state}
            className={styles['column']}
            aria-label={names[state]}
            data-column={state}
            data-empty={board[state].length === 0 ? '' : undefined}
          >
            <h2 className={styles['head']}>
              <OrderStateMark state={state} />
              <span className={styles['count']}>{counts[state]}</span>
            </h2>
            {state === 'new' && board.new.length === 0 ? (
              <p className={styles['none']}>
                <Trans>Nothing waits. The next order rings.</Trans>
              </p>
            ) : null}
            <ul className={styles['cards']}>
              {board[state].map((order) => (
                <OrderCard key={order.id} order={order} isShown={order.id === shownId} onEnd={onEnd} />
              ))}
            </ul>
            <More hidden={counts[state] - board[state].length} />
          </section>
        ))}
        <section
          className={classNames(styles['column'], styles['closed'])}
          aria-label={t`Closed orders`}
          data-column="closed"
          data-empty={board.closed.length === 0 ? '' : undefined}
        >
          <h2 className={styles['head']}>
            <span className={styles['closedName']}>
              <Archive size={16} strokeWidth={2.3} aria-hidden="true" />
              <Trans>Closed</Trans>
            </span>
            <span className={styles['count']}>{counts.closed}</span>
          </h2>
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

function More({ hidden }: { hidden: number }) {
  if (hidden <= 0) return null;
  return (
    <p className={styles['none']}>
      <Plural value={hidden} one="and # more, in the list" other="and # more, in the list" />
    </p>
  );
}
