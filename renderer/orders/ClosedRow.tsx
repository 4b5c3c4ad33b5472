import { useLingui } from '@lingui/react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { orderNumber } from './order-number.ts';
import { OrderStateMark } from './OrderStateMark.tsx';
import { StepTrouble } from './StepTrouble.tsx';
import { useOrderActions } from './use-order-actions.ts';
import { useFollowedFocus } from './use-followed-focus.ts';
import { useOrderKeys } from './use-order-keys.ts';
import { usePrintTicket } from './use-print-ticket.ts';
import { followFocus } from './follow-focus.ts';
import styles from './ClosedRow.module.css';

/** An order that has come to its end, small: completed, declined or cancelled. */
export function ClosedRow({ order, isShown }: { order: OrderView; isShown: boolean }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const root = useRef<HTMLLIElement>(null);
  const actions = useOrderActions();
  const ticket = usePrintTicket(order);
  useFollowedFocus(root, order.id);
  useOrderKeys(root, order, {
    forward: () => undefined,
    end: () => undefined,
    undo: () => {
      if (order.undo?.told === 'yes') return;
      followFocus(order.id, performance.now());
      actions.takeBack(order);
    },
    print: ticket.print,
  });
  const at = order.closedAt ?? order.placedAt;
  return (
    <li ref={root} className={classNames(styles['row'], isShown && styles['shown'])}>
      <Link href={`/orders/${order.id}`} className={styles['link']} data-order-link={order.id} aria-current={isShown ? 'true' : undefined}>
        <span className={styles['number']}>{orderNumber(order.number, i18n)}</span>
        <span className={styles['name']}>
          <bdi>{customerName(order.customer, i18n)}</bdi>
        </span>
        <time className={styles['time']}>{formats.brief(at, now)}</time>
        <span className={styles['state']}>
          <OrderStateMark state={order.state} />
        </span>
      </Link>
      <div className={styles['below']}>
        <StepTrouble actions={actions} ticket={ticket} look="line" />
      </div>
    </li>
  );
}
