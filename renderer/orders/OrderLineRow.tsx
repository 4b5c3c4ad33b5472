import { Trans } from '@lingui/react/macro';
import type { OrderLineView } from '../../shared/contract/orders.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import { isLongMoney } from './is-long-money.ts';
import styles from './OrderLineRow.module.css';

/** A line of the cart: how many of what, for how much. What is unclear is shown as it came; what was struck or changed stays readable. */
export function OrderLineRow({ line }: { line: OrderLineView }) {
  const formats = useFormats();
  const { product, currency, orderedQuantity } = line;
  const each = line.unitMinor === null || currency === null ? null : formats.money({ minor: BigInt(line.unitMinor), currency });
  const sum = line.lineMinor === null || currency === null ? null : formats.money({ minor: line.lineMinor, currency });
  const struck = line.quantity === 0 && orderedQuantity !== null;
  return (
    <li className={classNames(styles['line'], struck && styles['struck'])}>
      <span className={styles['quantity']}>{line.quantity === null ? line.quantityRaw : formats.number(line.quantity)} ×</span>
      <ProductPicture product={product} />
      <span className={styles['what']}>
        <span className={styles['name']} dir="auto">
          {product.name ?? product.retailerId}
        </span>
        <small className={styles['small']}>
          {product.name === null ? <Trans>name not known</Trans> : product.retailerId}
          {product.inventory === null ? null : <Trans> · {product.inventory} left</Trans>}
        </small>
        {orderedQuantity === null || orderedQuantity === line.quantity ? null : (
          <small className={styles['changed']}>
            {struck ? <Trans>struck, {formats.number(orderedQuantity)} were ordered</Trans> : <Trans>{formats.number(orderedQuantity)} were ordered</Trans>}
          </small>
        )}
      </span>
      <span className={styles['price']}>
        {sum === null ? (
          <span className={styles['unclear']}>
            <Trans>unclear</Trans>
          </span>
        ) : (
          <span data-long={isLongMoney(sum) ? '' : undefined}>{sum}</span>
        )}
        {each === null ? (
          <small className={styles['small']}>
            {line.unitRaw} {currency}
          </small>
        ) : line.quantity === 1 ? null : (
          <small className={styles['small']}>
            <Trans>{each} each</Trans>
          </small>
        )}
      </span>
    </li>
  );
}
