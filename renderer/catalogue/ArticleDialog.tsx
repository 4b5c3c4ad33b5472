import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, SearchX } from 'lucide-react';
import { SafeLink } from '../chats/kinds/SafeLink.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Fact, FactList } from '../ui/FactList.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { AvailabilityMark } from './AvailabilityMark.tsx';
import { useArticleOptions } from './catalogue-query.ts';
import { ProductPrice } from './ProductPrice.tsx';
import { TroubleWords } from './TroubleWords.tsx';
import styles from './ArticleDialog.module.css';

type Props = { catalogId: string; retailerId: string; onClose: () => void };

/** All that is known of an article. */
export function ArticleDialog({ catalogId, retailerId, onClose }: Props) {
  const query = useQuery(useArticleOptions(catalogId, retailerId));
  const { t } = useLingui();
  const found = query.data;
  const product = found?.product.product;
  const review = found?.product.review ?? null;
  return (
    <DialogFrame title={<bdi>{product?.name ?? retailerId}</bdi>} isOpen size="middle" onClose={onClose}>
      {query.isPending ? (
        <Skeleton rows={3} height={60} />
      ) : query.isError ? (
        <Failed onRetry={query.refetch} />
      ) : !found ? (
        <StateScreen icon={SearchX} title={<Trans>Nothing is known of this article</Trans>}>
          <Trans>It stands in no catalogue that Shopbell has read.</Trans>
        </StateScreen>
      ) : (
        <>
          {found.trouble === null ? null : (
            <Notice tone="warn" title={<TroubleWords trouble={found.trouble} />}>
              <Trans>WhatsApp may leave it out of a message, or show it as unavailable.</Trans>
            </Notice>
          )}
          <div className={styles['body']}>
            <ProductPicture product={found.product.product} size={180} />
            <div className={styles['words']}>
              <strong className={styles['price']}>
                <ProductPrice article={found.product} />
              </strong>
              <AvailabilityMark availability={found.product.product.availability} visibility={found.product.visibility} />
              {found.product.description === null ? null : (
                <p className={styles['description']} dir="auto">
                  {found.product.description}
                </p>
              )}
            </div>
          </div>
          <FactList>
            <Fact name={<Trans>Article number</Trans>}>
              <span className={styles['copied']}>
                <bdi>{retailerId}</bdi>
                <CopyButton text={retailerId} label={t`Copy the article number`} />
              </span>
            </Fact>
            {product?.inventory == null ? null : (
              <Fact name={<Trans>In stock</Trans>}>
                <Plural value={product.inventory} one="# piece" other="# pieces" />
              </Fact>
            )}
            {found.product.section === null ? null : (
              <Fact name={<Trans>Section</Trans>}>
                <bdi>{found.product.section}</bdi>
              </Fact>
            )}
            <Fact name={<Trans>Asked about</Trans>}>
              <Plural value={found.asked} one="once" other="# times" />
            </Fact>
            <Fact name={<Trans>Ordered</Trans>}>
              <Plural value={found.ordered} one="in # order" other="in # orders" />
            </Fact>
            {review === null ? null : (
              <Fact name={<Trans>Checked by Meta</Trans>}>
                <Review word={review} />
              </Fact>
            )}
            {isWebAddress(found.product.url) ? (
              <Fact name={<Trans>Page</Trans>}>
                <span className={styles['copied']}>
                  <SafeLink href={found.product.url}>
                    <bdi>{found.product.url}</bdi> <ExternalLink size={14} aria-hidden="true" />
                  </SafeLink>
                  <CopyButton text={found.product.url} label={t`Copy the address`} />
                </span>
              </Fact>
            ) : null}
            <Fact name={<Trans>Catalogue</Trans>}>
              <bdi>{catalogId}</bdi>
            </Fact>
          </FactList>
        </>
      )}
      <Button look="go" onPress={onClose}>
        <Trans>Close</Trans>
      </Button>
    </DialogFrame>
  );
}

/** Meta's word for how far it has looked at an article; one that is not known is shown as it came. */
function Review({ word }: { word: string }) {
  switch (word.toLowerCase()) {
    case 'approved':
      return <Trans>approved</Trans>;
    case 'pending':
      return <Trans>not yet looked at</Trans>;
    case 'rejected':
      return <Trans>rejected: customers do not see it</Trans>;
    case 'outdated':
      return <Trans>to be looked at anew</Trans>;
    default:
      return <bdi>{word}</bdi>;
  }
}

/** Only what a browser opens as a page becomes a link. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
