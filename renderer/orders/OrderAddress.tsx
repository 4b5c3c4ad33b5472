import { Trans } from '@lingui/react/macro';
import { Truck } from 'lucide-react';
import type { OrderView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './OrderAddress.module.css';

/** Where an order is delivered to, in one line; nothing where it is fetched, or where nobody knows yet. */
export function OrderAddress({ order }: { order: Pick<OrderView, 'fulfilment'> }) {
  const { kind, address, coordinates } = order.fulfilment;
  if (kind !== 'delivery') return null;
  const place = address ?? coordinates;
  return (
    <p className={classNames(styles['address'], place === null && styles['open'])} title={place ?? undefined}>
      <Truck size={15} strokeWidth={2.2} aria-hidden="true" />
      <span className={styles['words']} dir="auto">
        {place === null ? <Trans>Delivery, but where to?</Trans> : place.replaceAll(/\s*\n\s*/g, ', ')}
      </span>
    </p>
  );
}
