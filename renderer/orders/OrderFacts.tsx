import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { OrderEventView, OrderView } from '../../shared/contract/orders.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { orderStateLook } from './order-state-words.ts';
import styles from './OrderFacts.module.css';

/** When it was ordered and when it came, and who did what since. */
export function OrderFacts({ order }: { order: OrderView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const today = formats.dayKey(order.placedAt) === formats.dayKey(now);
  return (
    <section className={styles['facts']}>
      <h3 className={styles['title']}>
        <Trans>History</Trans>
      </h3>
      <ol className={styles['list']}>
        <li className={styles['entry']}>
          <time>{formats.clockSeconds(order.placedAt)}</time>
          <span>
            <Trans>Ordered on WhatsApp</Trans>
            {today ? null : <> · {formats.day(order.placedAt, now)}</>}
          </span>
        </li>
        <li className={styles['entry']}>
          <time>{formats.clockSeconds(order.receivedAt)}</time>
          <Trans>Arrived here</Trans>
        </li>
        {order.events
          .filter((event) => event.from !== null)
          .map((event) => (
            <EventEntry key={`${event.at} ${event.to}`} event={event} />
          ))}
      </ol>
    </section>
  );
}

function EventEntry({ event }: { event: OrderEventView }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const state = i18n._(orderStateLook(event.to).words);
  return (
    <li className={styles['entry']}>
      <time>{formats.clockSeconds(event.at)}</time>
      <span>
        {event.who === 'operator' ? (
          <Trans>{state} at this counter</Trans>
        ) : event.who === 'customer' ? (
          <Trans>{state} by the customer</Trans>
        ) : (
          <Trans>{state} by Shopbell</Trans>
        )}
        {event.reason === null ? null : (
          <span className={styles['reason']} dir="auto">
            {event.reason}
          </span>
        )}
      </span>
    </li>
  );
}
