import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Bell, BookOpen, Cable, ChartColumn, Keyboard, MessageSquare, Plug, Settings, ShoppingBag } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useAppView } from '../cable/ConnectionProvider.tsx';
import { useConversationCounts } from '../chats/chat-queries.ts';
import { useConnectionOptions } from '../connection/connection-query.ts';
import { useBoardOptions } from '../orders/order-queries.ts';
import { RailLink } from './RailLink.tsx';
import styles from './Rail.module.css';

/** The way to each view, with what waits there. */
export function Rail({ onKeys }: { onKeys: () => void }) {
  const { t } = useLingui();
  const waiting = useQuery(useBoardOptions()).data?.counts.new ?? 0;
  // The way to the set-up stands here until there is nothing left to enter.
  const app = useAppView();
  const missing = useQuery(useConnectionOptions()).data?.missing.length ?? 0;
  const unset = app?.shop === 'practice' ? !app.running.includes('real') : missing > 0;
  const unread = useConversationCounts()?.unreadConversations ?? 0;
  return (
    <nav className={styles['rail']} aria-label={t`Views`}>
      <span className={styles['mark']}>
        <Bell size={30} strokeWidth={1.8} aria-hidden="true" />
      </span>
      <RailLink href="/orders" icon={ShoppingBag} words={t`Orders`} keys="Alt+1" count={waiting} countWords={t`${waiting} new`} />
      <RailLink href="/chats" icon={MessageSquare} words={t`Chats`} keys="Alt+2" count={unread} countWords={t`${unread} unread`} />
      <RailLink href="/catalogue" icon={BookOpen} words={t`Catalogue`} keys="Alt+3" />
      <RailLink href="/day-book" icon={ChartColumn} words={t`Day book`} keys="Alt+4" />
      <span className={styles['space']} />
      {unset ? <RailLink href="/setup" icon={Plug} words={t`Set-up`} /> : null}
      <RailLink href="/connection" icon={Cable} words={t`Connection`} keys="Alt+5" />
      <RailLink href="/settings" icon={Settings} words={t`Settings`} keys="Alt+6" />
      <Button className={styles['item'] ?? ''} onPress={onKeys}>
        <Keyboard size={22} strokeWidth={1.8} aria-hidden="true" />
        <span className={styles['words']}>
          <Trans>Keys</Trans>
        </span>
      </Button>
    </nav>
  );
}
