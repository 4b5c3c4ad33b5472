import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { WindowClock } from '../chats/WindowClock.tsx';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { CardLine } from './CardLine.tsx';
import { OrderAddress } from './OrderAddress.tsx';
import { orderNumber } from './order-number.ts';
import { OrderButtons } from './OrderButtons.tsx';
import { OrderMarks } from './OrderMarks.tsx';
import { OrderTotal } from './OrderTotal.tsx';
import { PromisedTime } from './PromisedTime.tsx';
import { StepTrouble } from './StepTrouble.tsx';
import { useQuickOrder } from './use-quick-order.ts';
import { isEmptyCart, ownLines } from './what-to-make.ts';
import styles from './OrderCard.module.css';

/** Lines that a card shows; the rest stands in the panel. */
const LINES = 4;

type Props = { order: OrderView; isShown: boolean; onEnd: (order: OrderView) => void };

/** An order on the board. Its first line is the link that opens it, and what the keys act on. */
export function OrderCard({ order, isShown, onEnd }: Props) {
  const { i18n } = useLingui();
  const rings = order.state === 'new';
  const root = useRef<HTMLLIElement>(null);
  const { actions, ticket, go, promiseAt } = useQuickOrder(root, order, onEnd);
  const own = ownLines(order).slice(0, Math.max(0, LINES - order.lines.length));
  const more = order.lines.length + ownLines(order).length - LINES;
  return (
    <li ref={root} className={classNames(styles['card'], rings && styles['rings'], isShown && styles['shown'])} data-state={order.state}>
      <div className={styles['head']}>
        <Link href={`/orders/${order.id}`} className={styles['link']} data-order-link={order.id} aria-current={isShown ? 'true' : undefined}>
          <span className={styles['number']}>{orderNumber(order.number, i18n)}</span>
          <span className={styles['name']}>
            <bdi>{customerName(order.customer, i18n)}</bdi>
          </span>
        </Link>
        <TimeAgo at={order.placedAt} className={styles['time']} />
      </div>
      {order.promisedAt !== null && !rings ? <PromisedTime at={order.promisedAt} /> : null}
      <ul className={styles['lines']}>
        {order.lines.slice(0, LINES).map((line) => (
          <CardLine key={line.position} line={line} />
        ))}
        {own.map(({ id, label }) => (
          <li key={id} className={styles['line']}>
            <b aria-hidden="true">+</b>
            <span dir="auto">{label}</span>
          </li>
        ))}
      </ul>
      {isEmptyCart(order) ? (
        <p className={styles['more']}>
          <Trans>The cart came without articles</Trans>
        </p>
      ) : null}
      {more > 0 ? (
        <p className={styles['more']}>
          <Plural value={more} one="and # more line" other="and # more lines" />
        </p>
      ) : null}
      {order.note === null ? null : (
        <p className={styles['note']} dir="auto">
          {order.note}
        </p>
      )}
      <OrderAddress order={order} />
      <OrderMarks
        order={order}
        placeIsSaid
        clock={
          order.conversationId === null || order.rehearsal ? null : <WindowClock window={order.window} isWaiting={order.unansweredSince !== null} isBrief />
        }
      />
      <div className={styles['foot']}>
        <OrderTotal order={order} size="card" />
        <span className={styles['buttons']}>
          <OrderButtons order={order} isBusy={actions.step.isPending} hasKeys={isShown} promiseAt={promiseAt} onStep={go} onEnd={onEnd} />
        </span>
      </div>
      <StepTrouble actions={actions} ticket={ticket} look="line" />
    </li>
  );
}
