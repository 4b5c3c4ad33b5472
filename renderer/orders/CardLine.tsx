import { Trans } from '@lingui/react/macro';
import type { OrderLineView } from '../../shared/contract/orders.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import styles from './OrderCard.module.css';

/** A line of the cart on a card: how many of what; struck ones stay readable. */
export function CardLine({ line }: { line: OrderLineView }) {
  const formats = useFormats();
  const what = line.product.name ?? line.product.retailerId;
  if (line.quantity === 0 && line.orderedQuantity !== null)
    return (
      <li className={styles['line']}>
        <b>0 ×</b>
        <span>
          <s dir="auto">{what}</s> <Trans>struck</Trans>
        </span>
      </li>
    );
  return (
    <li className={styles['line']}>
      <b>{line.quantity === null ? line.quantityRaw : formats.number(line.quantity)} ×</b>
      <span dir="auto">{what}</span>
    </li>
  );
}
