import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ArticleDialog } from './ArticleDialog.tsx';
import { ArticleGrid } from './ArticleGrid.tsx';
import { CatalogueEmpty } from './CatalogueEmpty.tsx';
import { CatalogueState } from './CatalogueState.tsx';
import { CatalogueTools } from './CatalogueTools.tsx';
import { useArticlesOptions, useOverviewOptions } from './catalogue-query.ts';
import type { Availability } from './catalogue-query.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { keepLayout, keptLayout } from './kept-layout.ts';
import styles from './CatalogueView.module.css';

type Article = { catalogId: string; retailerId: string };

/** All articles of the shop's catalogues, with what is known of each. `article`: this one is opened at once. */
export function CatalogueView({ section, article = null }: { section: string | null; article?: Article | null }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [availability, setAvailability] = useState<Availability>('all');
  const [layout, setLayout] = useState(keptLayout);
  const [opened, setOpened] = useState<Article | null>(article);
  const [importing, setImporting] = useState(false);
  const asked = useDeferredValue(text.trim().slice(0, 200));
  const overview = useQuery(useOverviewOptions());
  const list = useInfiniteQuery(useArticlesOptions({ text: asked, section, availability }));
  const articles = list.data?.pages.flatMap(({ products }) => products) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const filtered = asked !== '' || section !== null || availability !== 'all';
  const close = () => {
    setOpened(null);
    if (article !== null) navigate('/catalogue');
  };
  return (
    <section className={styles['view']} aria-label={t`Catalogue`}>
      <CatalogueTools
        text={text}
        onText={setText}
        sections={overview.data?.sections ?? []}
        section={section}
        onSection={(name) => navigate(name === null ? '/catalogue' : `/catalogue/${encodeURIComponent(name)}`)}
        availability={availability}
        onAvailability={setAvailability}
        layout={layout}
        onLayout={(chosen) => {
          setLayout(chosen);
          keepLayout(chosen);
        }}
        onImport={() => setImporting(true)}
      />
      {overview.data ? <CatalogueState overview={overview.data} total={list.isSuccess ? total : null} filtered={filtered} /> : null}
      {list.isPending || overview.isPending ? (
        <Skeleton rows={5} height={72} />
      ) : list.isError || !overview.data ? (
        <Failed onRetry={() => Promise.all([list.refetch(), overview.refetch()])} />
      ) : articles.length === 0 ? (
        <CatalogueEmpty
          overview={overview.data}
          filtered={filtered}
          onShowAll={() => {
            setText('');
            setAvailability('all');
            navigate('/catalogue');
          }}
          onImport={() => setImporting(true)}
        />
      ) : (
        <ArticleGrid
          key={JSON.stringify([section, availability, asked, layout])}
          articles={articles}
          layout={layout}
          onOpen={setOpened}
          onMore={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
      {opened === null ? null : <ArticleDialog {...opened} onClose={close} />}
      {importing ? <ImportDialog catalogues={overview.data?.catalogues ?? []} onClose={() => setImporting(false)} /> : null}
      <h2 className="off-screen">
        <Trans>Catalogue</Trans>
      </h2>
    </section>
  );
}
