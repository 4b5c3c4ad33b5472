import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import { useCheckOptions } from '../../catalogue/catalogue-query.ts';
import { ArticlePick } from '../../catalogue/picker/ArticlePick.tsx';
import { CheckedArticles } from '../../catalogue/picker/CheckedArticles.tsx';
import { ProductPrice } from '../../catalogue/ProductPrice.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProductPicture } from '../../ui/ProductPicture.tsx';
import styles from './HeaderArticle.module.css';

type Props = { article: CatalogueProduct | null; onChoose: (article: CatalogueProduct | null) => void };

/** The article that stands above a template: found in the catalogue, and looked at before it is sent. */
export function HeaderArticle({ article, onChoose }: Props) {
  const ids = article === null ? [] : [article.product.retailerId];
  const check = useQuery(useCheckOptions(article?.product.catalogId ?? '', ids));
  return (
    <div className={styles['header']}>
      <span className={styles['label']}>
        <Trans>Article above the text</Trans>
      </span>
      {article === null ? (
        <ArticlePick chosen={[]} catalogId="" onToggle={onChoose} />
      ) : (
        <>
          <div className={styles['chosen']}>
            <ProductPicture product={article.product} size={40} />
            <bdi className={styles['name']}>{article.product.name ?? article.product.retailerId}</bdi>
            <span>
              <ProductPrice article={article} />
            </span>
            <Button autoFocus onPress={() => onChoose(null)}>
              <Trans>Another article</Trans>
            </Button>
          </div>
          <CheckedArticles articles={[article]} troubles={check.data ?? []} />
        </>
      )}
    </div>
  );
}
