import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { ProductPicture } from '../../ui/ProductPicture.tsx';
import { scrollsByKey } from '../../ui/scrolls-by-key.ts';
import { AvailabilityMark } from '../AvailabilityMark.tsx';
import { useArticlesOptions } from '../catalogue-query.ts';
import { ProductPrice } from '../ProductPrice.tsx';
import fields from '../../ui/fields.module.css';
import styles from './picker.module.css';

type Props = { chosen: readonly CatalogueProduct[]; catalogId: string; onToggle: (article: CatalogueProduct) => void };

const keyOf = ({ product }: CatalogueProduct) => `${product.catalogId} ${product.retailerId}`;

/** Finds articles while one types; the arrows lead, Enter chooses or takes out, and the field keeps the focus. */
export function ArticlePick({ chosen, catalogId, onToggle }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim().slice(0, 200));
  const list = useInfiniteQuery(useArticlesOptions({ text: asked, section: null, availability: 'all' }));
  const isCurrent = asked === text.trim().slice(0, 200) && !list.isPlaceholderData;
  const articles = (list.data?.pages ?? []).flatMap(({ products }) => products).map((article) => ({ article, id: keyOf(article) }));
  const taken = new Set(chosen.map(keyOf));
  const toggle = (article: CatalogueProduct) => {
    // While an answer is on its way, Enter must not choose what the last words had found.
    if (!isCurrent) return;
    const name = article.product.name ?? article.product.retailerId;
    announce(taken.has(keyOf(article)) ? t`${name} taken out` : t`${name} chosen`, 'polite');
    onToggle(article);
  };
  return (
    <div className={styles['find']}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens it types the article next */}
        <SearchField className={fields['field'] ?? ''} autoFocus>
          <Label className={fields['label'] ?? ''}>
            <Trans>Articles</Trans>
          </Label>
          <Input className={fields['input'] ?? ''} maxLength={200} spellCheck={false} placeholder={t`Name or article number`} />
        </SearchField>
        <section aria-label={t`Articles found`} className={styles['found']} {...scrollsByKey}>
          <ListBox aria-label={t`Articles found`} items={articles} dependencies={[chosen, isCurrent, catalogId]} selectionMode="none">
            {({ article, id }) => (
              <ListBoxItem
                id={id}
                textValue={article.product.name ?? article.product.retailerId}
                className={styles['article'] ?? ''}
                // A message can show articles of one catalogue only.
                isDisabled={catalogId !== '' && article.product.catalogId !== catalogId}
                onAction={() => toggle(article)}
              >
                <ProductPicture product={article.product} size={40} />
                <span className={styles['name']}>
                  <bdi>{article.product.name ?? article.product.retailerId}</bdi>
                  <AvailabilityMark availability={article.product.availability} visibility={article.visibility} />
                </span>
                <span className={styles['price']}>
                  <ProductPrice article={article} />
                </span>
                <span className={styles['check']}>
                  {taken.has(id) ? (
                    <>
                      <Check size={18} aria-hidden="true" />
                      <span className="off-screen">
                        <Trans>chosen</Trans>
                      </span>
                    </>
                  ) : null}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
          {list.hasNextPage ? (
            <Button size="small" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
              <Trans>Show more</Trans>
            </Button>
          ) : null}
        </section>
      </Autocomplete>
      <p className={styles['small']} aria-live="polite">
        {list.isError ? (
          <Trans>The catalogue does not answer. Try again in a moment.</Trans>
        ) : list.isPending ? null : articles.length === 0 ? (
          asked === '' ? (
            <Trans>No article is known yet. See the catalogue for why.</Trans>
          ) : (
            <Trans>No article is called that.</Trans>
          )
        ) : (
          <Plural value={list.data?.pages[0]?.total ?? 0} one="# article" other="# articles" />
        )}
      </p>
    </div>
  );
}
