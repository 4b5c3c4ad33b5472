import { Trans, useLingui } from '@lingui/react/macro';
import { BadgeCheck, ClockAlert, FlaskConical, Hand, Layers, PrinterX, Scissors, Store, Truck } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { isClosed } from '../../shared/domain/order.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { orderNumber } from './order-number.ts';
import { ToldMark } from './ToldMark.tsx';
import styles from './OrderMarks.module.css';

type Props = {
  order: OrderView;
  /** A line of its own says already where it is delivered to. */
  placeIsSaid?: boolean;
  /** How long the customer can be written to, where it stands nowhere else. */
  clock?: ReactNode;
};

/** All that stands out about an order beside its state, each by shape and word: what is wrong first. */
export function OrderMarks({ order, placeIsSaid = false, clock = null }: Props) {
  const formats = useFormats();
  const { i18n } = useLingui();
  const open = !isClosed(order.state);
  const { kind, kindAskedAt } = order.fulfilment;
  const proposed = order.revisions.some((revision) => revision.state === 'proposed');
  const other = order.perhapsReplaces;
  const into = order.mergedInto;
  return (
    <ul className={styles['marks']}>
      {order.ticket?.state === 'failed' ? (
        <Mark icon={PrinterX} look="bad">
          <Trans>Ticket not printed</Trans>
        </Mark>
      ) : null}
      {order.late ? (
        <Mark icon={ClockAlert} look="bad">
          <Trans>Came {formats.span(order.receivedAt - order.placedAt)} late</Trans>
        </Mark>
      ) : null}
      {other ? (
        <Mark icon={Layers} look="warn">
          <Trans>Perhaps replaces {orderNumber(other.number, i18n)}</Trans>
        </Mark>
      ) : null}
      {proposed ? (
        <Mark icon={Scissors} look="warn">
          <Trans>Change proposed, no answer yet</Trans>
        </Mark>
      ) : null}
      {order.rehearsal ? (
        <Mark icon={FlaskConical} look="info">
          <Trans>Rehearsal, not a real order</Trans>
        </Mark>
      ) : null}
      {into ? (
        <Mark icon={Layers}>
          <Trans>Taken into {orderNumber(into.number, i18n)}</Trans>
        </Mark>
      ) : null}
      {order.source === 'hand' ? (
        <Mark icon={Hand}>
          <Trans>Made by hand</Trans>
        </Mark>
      ) : null}
      {kind === 'delivery' && placeIsSaid ? null : kind === 'delivery' ? (
        <Mark icon={Truck}>
          <Trans>Delivery</Trans>
        </Mark>
      ) : kind === 'pickup' ? (
        <Mark icon={Store}>
          <Trans>Pick-up</Trans>
        </Mark>
      ) : open && !order.rehearsal ? (
        <Mark icon={Store}>
          <Trans>Pick-up or delivery?</Trans>{' '}
          {kindAskedAt === null ? (
            <span className="off-screen">
              <Trans>Not asked yet</Trans>
            </span>
          ) : (
            <Trans>Asked, no answer yet</Trans>
          )}
        </Mark>
      ) : null}
      {order.paid ? (
        <Mark icon={BadgeCheck} look="good">
          <Trans>Paid</Trans>
        </Mark>
      ) : null}
      <ToldMark tells={order.tells} />
      {clock === null ? null : <li>{clock}</li>}
    </ul>
  );
}

function Mark({ icon: Icon, look, children }: { icon: LucideIcon; look?: 'bad' | 'warn' | 'good' | 'info'; children: ReactNode }) {
  return (
    <li className={styles['mark']} data-look={look}>
      <Icon size={15} strokeWidth={2.2} aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}
