import { Trans } from '@lingui/react/macro';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import type { ProductTrouble } from '../../../shared/domain/product-trouble.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleWords } from '../TroubleWords.tsx';

type Props = { articles: readonly CatalogueProduct[]; troubles: readonly { retailerId: string; trouble: ProductTrouble }[] };

/** What would go wrong with articles that are about to be sent. */
export function CheckedArticles({ articles, troubles }: Props) {
  const found = troubles.flatMap(({ retailerId, trouble }) => {
    const article = articles.find(({ product }) => product.retailerId === retailerId);
    return article ? [{ article, trouble }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Notice tone="warn" isLive title={<Trans>Look at these before you send</Trans>}>
      <ul>
        {found.map(({ article, trouble }) => (
          <li key={article.product.retailerId}>
            <bdi>{article.product.name ?? article.product.retailerId}</bdi>: <TroubleWords trouble={trouble} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
