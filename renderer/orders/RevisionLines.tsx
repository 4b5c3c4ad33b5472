import { useFormats } from '../ui/FormatsProvider.tsx';
import type { OrderEventView, OrderView } from '../../shared/contract/orders.ts';
import styles from './OrderFacts.module.css';

/** What a change was: each line before and after, and the total with it. */
export function RevisionLines({ event, order }: { event: OrderEventView; order: OrderView }) {
  const formats = useFormats();
  if (event.what !== 'revision-proposed' && event.what !== 'revision-applied') return null;
  const revision = order.revisions.find((one) => one.id === event.detail['revisionId']);
  if (!revision) return null;
  return (
    <ul className={styles['revision']}>
      {revision.lines.map(({ position, before, after }) => {
        const line = order.lines.find((one) => one.position === position);
        return (
          <li key={position}>
            <bdi>{line ? (line.product.name ?? line.product.retailerId) : `${position + 1}`}</bdi>: {formats.number(before)} → {formats.number(after)}
          </li>
        );
      })}
      <li>{revision.totals.map((total) => formats.money(total)).join(' + ')}</li>
    </ul>
  );
}
