import { Trans } from '@lingui/react/macro';
import type { CatalogueProduct } from '../../shared/contract/catalogue.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';

/** An article's price: the exact one, else Meta's own text. */
export function ProductPrice({ article: { price, product } }: { article: CatalogueProduct }) {
  const { money } = useFormats();
  if (price !== null) return <>{money(price)}</>;
  return product.priceText === null ? <Trans>No price</Trans> : <span dir="auto">{product.priceText}</span>;
}
