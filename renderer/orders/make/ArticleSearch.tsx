import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { RefObject } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { ProductBrief } from '../../../shared/contract/common.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';
import { announce } from '../../ui/announce.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { ProductPicture } from '../../ui/ProductPicture.tsx';
import { scrollsByKey } from '../../ui/scrolls-by-key.ts';
import fields from '../../ui/fields.module.css';
import styles from './make.module.css';

export type Article = { product: ProductBrief; price: Money | null };

/** Finds articles of the catalogue while one types; the arrows choose, Enter adds, and the field keeps the focus. */
export function ArticleSearch({ fieldRef, onAdd }: { fieldRef: RefObject<HTMLInputElement | null>; onAdd: (article: Article) => void }) {
  const { t } = useLingui();
  const api = useApi();
  const formats = useFormats();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: [...queryKeys.articles, asked],
    queryFn: () => api.products.search({ text: asked.slice(0, 200) }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  // While an answer is on its way, Enter must not add what the last words had found.
  const isCurrent = asked === text.trim() && !found.isPlaceholderData;
  const articles = (found.data?.products ?? []).map((article) => ({ ...article, id: `${article.product.catalogId} ${article.product.retailerId}` }));
  const add = (article: Article) => {
    if (!isCurrent) return;
    const name = article.product.name ?? article.product.retailerId;
    onAdd(article);
    announce(t`${name} added`, 'polite');
  };
  return (
    <div className={styles['search']}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className={fields['field'] ?? ''}>
          <Label className={fields['label'] ?? ''}>
            <Trans>Articles</Trans>
          </Label>
          <Input ref={fieldRef} className={fields['input'] ?? ''} maxLength={200} spellCheck={false} placeholder={t`Name or article number`} />
        </SearchField>
        <section aria-label={t`Articles found`} className={styles['found']} {...scrollsByKey}>
          <ListBox aria-label={t`Articles found`} items={articles} dependencies={[isCurrent, onAdd]} selectionMode="none">
            {(article) => (
              <ListBoxItem
                id={article.id}
                textValue={article.product.name ?? article.product.retailerId}
                className={styles['article'] ?? ''}
                onAction={() => add(article)}
              >
                <ProductPicture product={article.product} size={40} />
                <span className={styles['name']}>
                  <span dir="auto">{article.product.name ?? article.product.retailerId}</span>
                  <small>
                    {article.product.name === null ? <Trans>name not known</Trans> : article.product.retailerId}
                    {article.product.inventory === null ? null : <Trans> · {article.product.inventory} left</Trans>}
                  </small>
                </span>
                <span className={styles['price']}>{article.price === null ? (article.product.priceText ?? '') : formats.money(article.price)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Autocomplete>
      <p className={styles['none']} aria-live="polite">
        {found.isError ? (
          <Trans>The catalogue does not answer. Lines of your own work all the same.</Trans>
        ) : found.data?.more ? (
          <Trans>There are more: type to narrow them down.</Trans>
        ) : found.isPending ? null : articles.length > 0 ? (
          asked === '' ? null : (
            <Plural value={articles.length} one="# article" other="# articles" />
          )
        ) : asked === '' ? (
          <Trans>Shopbell knows no article yet: it learns them from orders and questions. Add lines of your own instead, they count the same.</Trans>
        ) : (
          <Trans>No article is called that. Add a line of your own instead.</Trans>
        )}
      </p>
    </div>
  );
}
