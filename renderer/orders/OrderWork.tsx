import { useLingui } from '@lingui/react/macro';
import type { OrderView } from '../../shared/contract/orders.ts';
import { isClosed } from '../../shared/domain/order.ts';
import { ExtrasRow } from './work/ExtrasRow.tsx';
import { FulfilmentRow } from './work/FulfilmentRow.tsx';
import { LinesRow } from './work/LinesRow.tsx';
import { PaidRow } from './work/PaidRow.tsx';
import { SpeakRow } from './work/SpeakRow.tsx';
import { TicketRow } from './work/TicketRow.tsx';
import styles from './work/work.module.css';

/** What can be settled about an order beside its state. Of an order that has come to its end, only what still can be. */
export function OrderWork({ order }: { order: OrderView }) {
  const { t } = useLingui();
  const closed = isClosed(order.state);
  return (
    <section className={styles['work']} aria-label={t`What belongs to this order`}>
      <FulfilmentRow order={order} isClosed={closed} />
      <LinesRow order={order} isClosed={closed} />
      <ExtrasRow order={order} isClosed={closed} />
      <PaidRow order={order} />
      {closed || order.rehearsal || order.conversationId === null ? null : <SpeakRow order={order} />}
      <TicketRow order={order} />
    </section>
  );
}
