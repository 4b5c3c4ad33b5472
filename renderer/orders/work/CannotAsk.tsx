import { Trans } from '@lingui/react/macro';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { canAsk } from './can-ask.ts';
import styles from './work.module.css';

/** Why the customer cannot be asked; nothing where they can. */
export function CannotAsk({ order }: { order: OrderView }) {
  const can = canAsk(order);
  if (order.rehearsal) return null;
  if (can === 'yes') return null;
  return (
    <span className={styles['small']}>
      {can === 'no-chat' ? (
        <Trans>There is no chat to ask in: this order did not come by WhatsApp. Ask on the telephone.</Trans>
      ) : (
        <Trans>Shopbell cannot ask now: the 24 hours since the customer last wrote are over. Call, or wait until they write.</Trans>
      )}
    </span>
  );
}
