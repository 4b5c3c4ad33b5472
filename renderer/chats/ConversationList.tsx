import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAppView } from '../cable/ConnectionProvider.tsx';
import { letterOf } from '../keys/letter-of.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { moveFocus } from '../keys/move-focus.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import type { ChatFilter } from '../../shared/contract/chats.ts';
import { answerPinned } from './answer-pinned.ts';
import { ChatFilters } from './ChatFilters.tsx';
import { useConversationsOptions } from './chat-queries.ts';
import { ConversationRow } from './ConversationRow.tsx';
import { focusComposer } from './focus-composer.ts';
import { keepFilter, keptFilter } from './kept-filter.ts';
import { NoneOf } from './NoneOf.tsx';
import { useDone } from './use-done.ts';
import styles from './ConversationList.module.css';

/** All conversations, newest first. */
export function ConversationList({ shownId, className }: { shownId: number | null; className: string | undefined }) {
  const { t } = useLingui();
  const [filter, setFilter] = useState(keptFilter);
  const list = useInfiniteQuery({ ...useConversationsOptions(filter), placeholderData: keepPreviousData });
  const choose = (next: ChatFilter) => {
    keepFilter(next);
    setFilter(next);
  };
  const { done } = useDone();
  const practice = useAppView()?.shop === 'practice';
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const [, navigate] = useLocation();
  const root = useRef<HTMLElement>(null);
  const first = list.data?.pages[0];
  const conversations = list.data?.pages.flatMap((page) => page.conversations) ?? [];

  useKeysWithin(root, (event) => {
    if (root.current && moveFocus(root.current, event.key, '[data-chat-link]')) event.preventDefault();
    const focused = document.activeElement?.getAttribute('data-chat-link');
    const letter = focused ? letterOf(event, letterKeys) : null;
    if (!focused || (letter !== 'r' && letter !== 'd' && letter !== 'q' && letter !== 's')) return;
    const asks = conversations.some(({ id, asked }) => id === Number(focused) && asked !== null);
    if ((letter === 'q' || letter === 's') && !asks) return;
    event.preventDefault();
    if (letter === 'd') return done(Number(focused));
    navigate(`/chats/${focused}`);
    if (letter === 'r') focusComposer();
    else answerPinned(Number(focused), letter);
  });

  if (list.isPending)
    return (
      <section className={className}>
        <Skeleton rows={6} height={52} />
      </section>
    );
  if (!first)
    return (
      <section className={className}>
        <Failed onRetry={list.refetch} />
      </section>
    );
  return (
    <section ref={root} className={classNames(styles['list'], className)} aria-label={t`Conversations`}>
      <ChatFilters filter={filter} counts={first.counts} onChoose={choose} />
      {filter === 'failed' && first.counts.failed > 0 ? (
        <p className={styles['more']}>
          <Link href="/chats/failed" className={buttonClass({ size: 'small' })}>
            <Trans>All that was not sent, with reasons</Trans>
          </Link>
        </p>
      ) : null}
      {conversations.length === 0 && filter !== 'all' ? (
        <NoneOf filter={filter} onAll={() => choose('all')} />
      ) : conversations.length === 0 ? (
        <StateScreen icon={MessageSquare} title={<Trans>No chats yet</Trans>}>
          {practice ? <Trans>Practice customers write within a minute.</Trans> : <Trans>Whoever writes to your WhatsApp number stands here.</Trans>}
        </StateScreen>
      ) : (
        <ul>
          {conversations.map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              isShown={conversation.id === shownId}
              saysWaiting={filter === 'unanswered' || filter === 'questions'}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <div className={styles['more']}>
          <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            <Trans>Show older chats</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
}
