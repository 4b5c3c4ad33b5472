import { Trans, useLingui } from '@lingui/react/macro';
import { Reply, X } from 'lucide-react';
import type { ProductBrief } from '../../shared/contract/common.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { ProductFacts } from './ProductCard.tsx';
import styles from './PinnedQuestion.module.css';

type Props = { product: ProductBrief; askedAt: number | null; waits: boolean; quotes: boolean; canAnswer: boolean; onQuote: (on: boolean) => void };

/** What the newest question is about, and whether the answer quotes it. */
export function PinnedQuestion({ product, askedAt, waits, quotes, canAnswer, onQuote }: Props) {
  const { t } = useLingui();
  return (
    <section className={classNames(styles['pin'], waits && styles['waits'])} aria-label={t`Question about a product`}>
      <ProductPicture product={product} size={40} />
      <div className={styles['words']}>
        <strong dir="auto">{product.name ?? product.retailerId}</strong>
        <span className={styles['small']}>
          <ProductFacts product={product} />
          {askedAt === null ? null : (
            <>
              {' · '}
              <Trans>
                asked <TimeAgo at={askedAt} />
              </Trans>
            </>
          )}
        </span>
      </div>
      {!canAnswer ? null : quotes ? (
        <span className={styles['quoted']}>
          <Reply size={16} aria-hidden="true" />
          <Trans>Your answer quotes the question</Trans>
          <Button look="quiet" size="icon" aria-label={t`Do not quote the question`} onPress={() => onQuote(false)}>
            <X size={18} aria-hidden="true" />
          </Button>
        </span>
      ) : (
        <Button onPress={() => onQuote(true)}>
          <Reply size={16} aria-hidden="true" />
          <Trans>Quote & answer</Trans>
        </Button>
      )}
    </section>
  );
}
