import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { OrderEventView, OrderView } from '../../shared/contract/orders.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { EventWords } from './EventWords.tsx';
import { RevisionLines } from './RevisionLines.tsx';
import styles from './OrderFacts.module.css';

/** When it was ordered and when it came, and who or what did what since. */
export function OrderFacts({ order }: { order: OrderView }) {
  const byHand = order.source === 'hand';
  return (
    <section className={styles['facts']}>
      <h3 className={styles['title']}>
        <Trans>History</Trans>
      </h3>
      <ol className={styles['list']}>
        {byHand ? null : (
          <>
            <Entry at={order.placedAt} order={order}>
              <Trans>Ordered on WhatsApp</Trans>
            </Entry>
            <Entry at={order.receivedAt} order={order}>
              <Trans>Arrived here</Trans>
            </Entry>
          </>
        )}
        {/* The first event only says that the order began, as the lines above do. */}
        {order.events
          .filter((event) => event.what !== 'state' || event.from !== null)
          .map((event) => (
            <Entry key={event.id} at={event.at} order={order} who={event.who}>
              <EventWords event={event} order={order} />
              {event.reason === null ? null : (
                <span className={styles['reason']} dir="auto">
                  {event.reason}
                </span>
              )}
              <RevisionLines event={event} order={order} />
            </Entry>
          ))}
      </ol>
    </section>
  );
}

function Entry({ at, order, who, children }: { at: number; order: OrderView; who?: OrderEventView['who']; children: ReactNode }) {
  const formats = useFormats();
  const sameDay = formats.dayKey(at) === formats.dayKey(order.placedAt);
  return (
    <li className={styles['entry']}>
      <time>{formats.clockSeconds(at)}</time>
      <span className={styles['what']}>
        {children}
        <span className={styles['who']}>
          {who === 'operator' ? (
            <Trans> at this counter</Trans>
          ) : who === 'customer' ? (
            <Trans> by the customer</Trans>
          ) : who ? (
            <Trans> by Shopbell</Trans>
          ) : null}
          {sameDay ? null : <> · {formats.day(at, order.placedAt)}</>}
        </span>
      </span>
    </li>
  );
}
