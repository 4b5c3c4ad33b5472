import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DayBookView } from '../../shared/contract/day-book.ts';
import { OrderStateMark } from '../orders/OrderStateMark.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import styles from './DayFigures.module.css';

/** The day in a few large figures. */
export function DayFigures({ book }: { book: DayBookView }) {
  const formats = useFormats();
  const { turnover, unclear, averageTakeMs, averageFinishMs } = book;
  return (
    <div className={styles['figures']}>
      <Figure name={<Trans>Turnover</Trans>} isWide more={<Trans>without declined and cancelled orders</Trans>}>
        {turnover.length === 0 ? '–' : turnover.map((sum) => <span key={sum.currency}>{formats.money(sum)}</span>)}
        {unclear > 0 ? (
          <small className={styles['unclear']}>
            <Plural value={unclear} one="plus # line whose price or quantity is unclear" other="plus # lines whose price or quantity is unclear" />
          </small>
        ) : null}
      </Figure>
      <Figure name={<Trans>Orders</Trans>}>
        {formats.number(book.orders)}
        <ul className={styles['states']}>
          {book.byState
            .filter(({ orders }) => orders > 0)
            .map(({ state, orders }) => (
              <li key={state}>
                <OrderStateMark state={state} /> {formats.number(orders)}
              </li>
            ))}
        </ul>
      </Figure>
      <Figure name={<Trans>Until taken</Trans>} more={<Trans>on average, from the first ring</Trans>}>
        <Span ms={averageTakeMs} />
      </Figure>
      <Figure name={<Trans>Until completed</Trans>} more={<Trans>on average, from being taken</Trans>}>
        <Span ms={averageFinishMs} />
      </Figure>
    </div>
  );
}

/** An average: what is rounded to no second at all is still no nothing. */
function Span({ ms }: { ms: number | null }) {
  const { span } = useFormats();
  if (ms === null) {
    return (
      <span>
        <span aria-hidden="true">–</span>
        <span className="off-screen">
          <Trans>None yet</Trans>
        </span>
      </span>
    );
  }
  return <span>{ms < 1000 ? <Trans>under a second</Trans> : span(ms)}</span>;
}

function Figure({ name, more, isWide = false, children }: { name: ReactNode; more?: ReactNode; isWide?: boolean; children: ReactNode }) {
  return (
    <section className={styles['figure']} data-wide={isWide || undefined}>
      <h3 className={styles['name']}>{name}</h3>
      <div className={styles['value']}>{children}</div>
      {more ? <p className={styles['more']}>{more}</p> : null}
    </section>
  );
}
