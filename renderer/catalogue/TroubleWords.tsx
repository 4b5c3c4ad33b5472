import { Trans } from '@lingui/react/macro';
import type { ProductTrouble } from '../../shared/domain/product-trouble.ts';

/** What would go wrong with an article in a message. */
export function TroubleWords({ trouble }: { trouble: ProductTrouble }) {
  switch (trouble) {
    case 'unknown':
      return <Trans>This article is not in the catalogue</Trans>;
    case 'removed':
      return <Trans>This article was taken out of the catalogue</Trans>;
    case 'unavailable':
      return <Trans>This article cannot be bought now</Trans>;
    case 'hidden':
      return <Trans>Customers do not see this article</Trans>;
  }
}
