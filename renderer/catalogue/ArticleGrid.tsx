import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { CatalogueProduct } from '../../shared/contract/catalogue.ts';
import { useVirtualRows } from '../chats/use-virtual-rows.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { ArticleTile } from './ArticleTile.tsx';
import type { CatalogueLayout } from './kept-layout.ts';
import styles from './ArticleGrid.module.css';

/** The least width of a tile, and the height that a row has before it was measured, px. */
const TILE = 190;
const ROW = { grid: 286, list: 72 };
/** So many rows before the end more are asked for. */
const AHEAD = 4;

type Props = {
  articles: readonly CatalogueProduct[];
  layout: CatalogueLayout;
  onOpen: (article: { catalogId: string; retailerId: string }) => void;
  onMore: () => void;
};

/** The articles, drawn as far as they are in sight; the arrows go from one to the next. */
export function ArticleGrid({ articles, layout, onOpen, onMore }: Props) {
  // The virtualiser is one changing object: what the compiler would remember of it would be old.
  'use no memo';
  const { t } = useLingui();
  const scroll = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const columns = layout === 'list' ? 1 : Math.max(1, Math.floor(width / TILE));
  const virtual = useVirtualRows({
    count: width === 0 ? 0 : Math.ceil(articles.length / columns),
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW[layout],
    overscan: 3,
    paddingEnd: 16,
  });
  useEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if ((last + AHEAD) * columns >= articles.length) onMore();
  }, [last, columns, articles.length, onMore]);

  const goTo = (index: number) => {
    if (index < 0 || index >= articles.length) return;
    virtual.scrollToIndex(Math.floor(index / columns));
    // The row may not be drawn yet.
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-article="${index}"]`)?.focus());
  };
  useKeysWithin(scroll, (event) => {
    const at = document.activeElement instanceof HTMLElement ? Number(document.activeElement.dataset['article'] ?? '-1') : -1;
    const element = scroll.current;
    if (at < 0 || !element) return;
    const forward = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = { ArrowDown: columns, ArrowUp: -columns, ArrowRight: forward, ArrowLeft: -forward };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goTo(at + step);
  });
  return (
    <div ref={scroll} className={styles['scroll']} data-catalogue-scroll="">
      <div className={styles['rows']} style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map((row) => (
          <ul
            key={row.key}
            ref={virtual.measureElement as (row: HTMLElement | null) => void}
            aria-label={t`Articles`}
            data-index={row.index}
            className={styles['row']}
            data-layout={layout}
            style={{ transform: `translateY(${row.start}px)`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {articles.slice(row.index * columns, (row.index + 1) * columns).map((article, place) => (
              <ArticleTile
                key={`${article.product.catalogId} ${article.product.retailerId}`}
                article={article}
                layout={layout}
                index={row.index * columns + place}
                onOpen={() => onOpen(article.product)}
              />
            ))}
          </ul>
        ))}
      </div>
    </div>
  );
}
