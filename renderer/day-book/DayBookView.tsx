import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { useState } from 'react';
import type { DayBookView as Book } from '../../shared/contract/day-book.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { AskedMost } from './AskedMost.tsx';
import { BestSellers } from './BestSellers.tsx';
import { DayCharts } from './DayCharts.tsx';
import { DayFigures } from './DayFigures.tsx';
import { DayHead } from './DayHead.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { PaidAndRefused } from './PaidAndRefused.tsx';
import { useDayBookOptions } from './day-book-query.ts';
import styles from './DayBookView.module.css';

/** What a business day came to. */
export function DayBookView({ day }: { day: string | null }) {
  const query = useQuery(useDayBookOptions(day));
  const offline = useOffline();
  const [exporting, setExporting] = useState(false);
  if (query.isPending) return <Skeleton rows={4} height={120} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  const book = query.data;
  const asked = day ?? book.today;
  const isOld = query.isPlaceholderData && book.day !== asked;
  return (
    <SectionPage>
      <DayHead day={asked} today={book.today} onExport={() => setExporting(true)} />
      {query.isError ? (
        <Notice
          tone="warn"
          isLive
          title={<Trans>These figures are not of this moment</Trans>}
          actions={
            <Button size="small" isDisabled={offline} onPress={() => void query.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>They could not be loaded anew.</Trans>
        </Notice>
      ) : null}
      {isOld ? (
        <Skeleton rows={4} height={120} />
      ) : (
        <>
          {book.orders === 0 ? (
            <div className={styles['empty']}>
              <StateScreen icon={CalendarX} title={<EmptyTitle book={book} />}>
                {book.day >= book.today ? <Trans>As soon as one comes, it is counted here.</Trans> : <Trans>Rehearsals count nowhere.</Trans>}
              </StateScreen>
            </div>
          ) : (
            <DayFigures book={book} />
          )}
          <DayCharts book={book} />
          {book.asked.length === 0 ? null : <AskedMost asked={book.asked} />}
          {book.orders === 0 ? null : (
            <div className={styles['pair']}>
              <BestSellers best={book.best} />
              <PaidAndRefused book={book} />
            </div>
          )}
        </>
      )}
      {exporting ? <ExportDialog day={asked} today={book.today} firstDay={book.firstDay} onClose={() => setExporting(false)} /> : null}
    </SectionPage>
  );
}

function EmptyTitle({ book }: { book: Book }) {
  if (book.day > book.today) return <Trans>This day is still to come</Trans>;
  return book.firstDay === null ? <Trans>No order has come yet</Trans> : <Trans>No orders on this day</Trans>;
}
