import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { CustomerView } from '../../shared/contract/customers.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './customer.module.css';

/** The products that they have asked about. */
export function CustomerAsked({ view }: { view: CustomerView }) {
  const { t } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <section className={styles['part']} aria-label={t`Asked about`}>
      <h3 className={styles['title']}>
        <Trans>Asked about</Trans>
      </h3>
      {view.asked.length === 0 ? (
        <p className={styles['muted']}>
          <Trans>Nothing yet</Trans>
        </p>
      ) : null}
      <ul className={styles['list']}>
        {view.asked.map(({ product, times, lastAt }) => (
          <li key={`${product.catalogId}/${product.retailerId}`}>
            <Link href={`/article/${encodeURIComponent(product.catalogId)}/${encodeURIComponent(product.retailerId)}`} className={styles['product']}>
              <ProductPicture product={product} size={34} />
              <span className={styles['words']}>
                <span dir="auto">{product.name ?? product.retailerId}</span>
                <small className={styles['muted']}>
                  {formats.brief(lastAt, now)}
                  {times > 1 ? (
                    <>
                      {' · '}
                      <Plural value={times} one="# time" other="# times" />
                    </>
                  ) : null}
                </small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
