import { Trans } from '@lingui/react/macro';
import type { ProductBrief } from '../../shared/contract/common.ts';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import styles from './ProductCard.module.css';

/** The product a message is about. */
export function ProductCard({ product }: { product: ProductBrief }) {
  return (
    <div className={styles['card']}>
      <ProductPicture product={product} />
      <span className={styles['words']}>
        <strong dir="auto">{product.name ?? product.retailerId}</strong>
        <small className={styles['small']}>
          <ProductFacts product={product} />
        </small>
      </span>
    </div>
  );
}

/** Article number, price and stock, as far as they are known. */
export function ProductFacts({ product }: { product: ProductBrief }) {
  return (
    <>
      {product.name === null ? <Trans>name not known</Trans> : product.retailerId}
      {product.priceText === null ? null : <> · {product.priceText}</>}
      {product.inventory === null ? null : <Trans> · {product.inventory} left</Trans>}
      {product.availability === 'out of stock' ? <Trans> · sold out</Trans> : null}
    </>
  );
}
