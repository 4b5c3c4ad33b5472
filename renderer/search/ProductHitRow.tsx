import type { FoundAll } from '../../shared/contract/search.ts';
import { ProductFacts } from '../chats/ProductCard.tsx';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import styles from './HitRow.module.css';

/** An article that was found. */
export function ProductHitRow({ hit: { product } }: { hit: FoundAll['products'][number] }) {
  return (
    <div className={styles['person']}>
      <ProductPicture product={product} size={32} />
      <span className={styles['name']} dir="auto">
        {product.name ?? product.retailerId}
      </span>
      <span className={styles['hit']}>
        <ProductFacts product={product} />
      </span>
    </div>
  );
}
