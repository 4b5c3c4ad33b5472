import { useQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import type { ProductBrief } from '../../shared/contract/common.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import styles from './ProductPicture.module.css';

/** A product's picture, or a neutral sign in its place. It says nothing that the words beside it do not. */
export function ProductPicture({ product, size = 44 }: { product: ProductBrief; size?: number }) {
  const api = useApi();
  const { catalogId, retailerId } = product;
  const image = useQuery({
    queryKey: queryKeys.image(catalogId, retailerId),
    queryFn: () => api.products.image({ catalogId, retailerId }),
    enabled: product.hasImage,
  });
  // Only what our own side hands over as data is shown: an address would be fetched from the net.
  const source = image.data?.startsWith('data:image/') ? image.data : null;
  return (
    <span className={styles['picture']} style={{ inlineSize: size, blockSize: size }} aria-hidden="true">
      {source === null ? <Package size={size / 2} strokeWidth={1.5} /> : <img src={source} alt="" width={size} height={size} />}
    </span>
  );
}
