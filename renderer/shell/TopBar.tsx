import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { AppView } from '../../shared/contract.ts';
import { useWindowTitle } from '../bell/use-window-title.ts';
import { SearchField } from '../search/SearchField.tsx';
import { useBoardOptions } from '../orders/order-queries.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Light } from './Light.tsx';
import styles from './TopBar.module.css';

/** Where one is, whether it is practice, and the light. */
export function TopBar({ app }: { app: AppView }) {
  const { t } = useLingui();
  const [place] = useLocation();
  const shopName = useSettings().data?.values.shopName;
  const waiting = useQuery(useBoardOptions()).data?.counts.new ?? 0;
  const titles: Record<string, string> = {
    chats: t`Chats`,
    customers: t`Customer`,
    catalogue: t`Catalogue`,
    article: t`Catalogue`,
    'day-book': t`Day book`,
    connection: t`Connection`,
    setup: t`Set-up`,
    settings: t`Settings`,
    practice: t`Practice`,
  };
  const title = titles[place.split('/')[1] ?? ''] ?? t`Orders`;
  useWindowTitle(title, waiting);
  return (
    <header className={styles['top']}>
      <h1 className={styles['title']}>{title}</h1>
      {app.shop === 'practice' ? (
        <Link href="/practice" className={styles['practice']}>
          <GraduationCap size={16} aria-hidden="true" />
          <Trans>Practice shop</Trans>
        </Link>
      ) : shopName ? (
        <span className={styles['shop']} dir="auto">
          {shopName}
        </span>
      ) : null}
      <SearchField />
      <Light />
    </header>
  );
}
