import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import type { CatalogueProduct } from '../../shared/contract/catalogue.ts';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import { AvailabilityMark } from './AvailabilityMark.tsx';
import type { CatalogueLayout } from './kept-layout.ts';
import { ProductPrice } from './ProductPrice.tsx';
import styles from './ArticleGrid.module.css';

type Props = { article: CatalogueProduct; layout: CatalogueLayout; index: number; onOpen: () => void };

/** One article of the catalogue; opens its details. */
export function ArticleTile({ article, layout, index, onOpen }: Props) {
  const { product, visibility } = article;
  return (
    <li>
      <Button className={styles['tile'] ?? ''} data-layout={layout} data-article={index} onPress={onOpen}>
        <span className={styles['picture']}>
          <ProductPicture product={product} size={layout === 'grid' ? 150 : 48} />
        </span>
        <span className={styles['words']}>
          <span className={styles['name']}>
            <bdi>{product.name ?? product.retailerId}</bdi>
            <span className={styles['number']}>
              {product.name === null ? <Trans>name not known</Trans> : <bdi>{product.retailerId}</bdi>}
              {product.inventory === null ? null : <Trans> · {product.inventory} left</Trans>}
            </span>
          </span>
          <span className={styles['price']}>
            <ProductPrice article={article} />
          </span>
          <AvailabilityMark availability={product.availability} visibility={visibility} />
        </span>
      </Button>
    </li>
  );
}
