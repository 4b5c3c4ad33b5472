import { Trans } from '@lingui/react/macro';
import type { CatalogueProduct } from '../../shared/contract/catalogue.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';

type Props = { article: CatalogueProduct };

/** An article's price: the exact one, else Meta's own text. While it is on sale, that price, with the usual one crossed out behind it. */
export function ProductPrice({ article }: Props) {
  const { money } = useFormats();
  if (article.sale === null) return <UsualPrice article={article} />;
  const { price, text } = article.sale;
  return (
    <>
      <span className="off-screen">
        <Trans>On sale:</Trans>{' '}
      </span>
      <ins dir="auto">{price === null ? text : money(price)}</ins>{' '}
      <span className="off-screen">
        <Trans>instead of</Trans>{' '}
      </span>
      <del>
        <UsualPrice article={article} />
      </del>
    </>
  );
}

function UsualPrice({ article: { price, product } }: Props) {
  const { money } = useFormats();
  if (price !== null) return <>{money(price)}</>;
  return product.priceText === null ? <Trans>No price</Trans> : <span dir="auto">{product.priceText}</span>;
}
