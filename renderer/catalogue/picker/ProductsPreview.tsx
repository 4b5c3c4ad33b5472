import { Plural, Trans } from '@lingui/react/macro';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import { ProductPicture } from '../../ui/ProductPicture.tsx';
import { ProductPrice } from '../ProductPrice.tsx';
import { articlesOf } from './products-draft.ts';
import type { ProductsDraft, ProductsForm } from './products-draft.ts';
import styles from './picker.module.css';

/** About how the customer sees the message. */
export function ProductsPreview({ draft, form }: { draft: ProductsDraft; form: ProductsForm }) {
  const articles = articlesOf(draft);
  return (
    <figure className={styles['preview']}>
      <figcaption className={styles['small']}>
        <Trans>About what the customer sees</Trans>
      </figcaption>
      <div className={styles['bubble']}>
        {form === 'product-list' && draft.header.trim() !== '' ? <strong dir="auto">{draft.header.trim()}</strong> : null}
        {form === 'carousel' ? null : articles.slice(0, form === 'product-list' ? 3 : 1).map((one) => <Card key={one.product.retailerId} article={one} />)}
        {draft.body.trim() === '' ? null : (
          <p className={styles['body']} dir="auto">
            {draft.body.trim()}
          </p>
        )}
        {form === 'carousel' ? articles.slice(0, 3).map((one) => <Card key={one.product.retailerId} article={one} />) : null}
        {form !== 'carousel' && draft.footer.trim() !== '' ? (
          <small className={styles['small']} dir="auto">
            {draft.footer.trim()}
          </small>
        ) : null}
        <span className={styles['open']}>
          {form === 'catalogue' ? <Trans>View catalogue</Trans> : <Plural value={articles.length} one="View the article" other="View # articles" />}
        </span>
      </div>
    </figure>
  );
}

function Card({ article }: { article: CatalogueProduct }) {
  return (
    <span className={styles['pick']}>
      <ProductPicture product={article.product} size={40} />
      <span className={styles['name']}>
        <bdi>{article.product.name ?? article.product.retailerId}</bdi>
        <small className={styles['small']}>
          <ProductPrice article={article} />
        </small>
      </span>
    </span>
  );
}
