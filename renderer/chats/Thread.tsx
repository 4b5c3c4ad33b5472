import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ArrowLeft, Search, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { CustomerButton } from '../customers/CustomerButton.tsx';
import { useTakeFocus } from '../keys/use-take-focus.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { letterOf } from '../keys/letter-of.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { customerName } from '../ui/customer-name.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useConversationOptions, useThreadOptions } from './chat-queries.ts';
import { ChatSearch } from './ChatSearch.tsx';
import { Composer } from './Composer.tsx';
import { ComposerActionsProvider } from './composer-actions.tsx';
import { DoneButton } from './DoneButton.tsx';
import { focusComposer } from './focus-composer.ts';
import { GoneChat } from './GoneChat.tsx';
import { ChatAround } from './kinds/chat-around.ts';
import { picturesOf } from './kinds/pictures-of.ts';
import { useMessageKeys } from './kinds/use-message-keys.ts';
import { MessageScroll } from './MessageScroll.tsx';
import { NewOrderButton } from './NewOrderButton.tsx';
import { CustomerMarks } from './Tags.tsx';
import { useChatSearchKey } from './use-chat-search-key.ts';
import { useDone } from './use-done.ts';
import { useMarkSeen } from './use-mark-seen.ts';
import { useNewest } from './use-newest.ts';
import styles from './Thread.module.css';

type Props = {
  conversationId: number;
  className: string | undefined;
  /** A message that is looked for; null: the newest are shown. */
  messageId?: number | null;
  /** Where it stands beside something else: the way back to that. */
  back?: { words: string; go: () => void };
};

/** What is on its way already is waited for: scrolling asks again and again before anything could be drawn. */
const unasked = { cancelRefetch: false };

/** One conversation: who, the messages, and the field to answer in. */
export function Thread(props: Props) {
  return (
    <ComposerActionsProvider>
      <ThreadInside {...props} />
    </ComposerActionsProvider>
  );
}

function ThreadInside({ conversationId, className, messageId = null, back }: Props) {
  const { i18n, t } = useLingui();
  const query = useQuery(useConversationOptions(conversationId));
  const thread = useInfiniteQuery({ ...useThreadOptions(conversationId, messageId), placeholderData: keepPreviousData });
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const [, navigate] = useLocation();
  const [searching, setSearching] = useState(false);
  const root = useRef<HTMLElement>(null);
  // Until the messages around another one are there, those from before stay as they stand.
  const [shownId, setShownId] = useState(messageId);
  if (!thread.isPlaceholderData && shownId !== messageId) setShownId(messageId);
  const conversation = query.data;
  const messages = thread.data?.pages.toReversed().flatMap((page) => page.messages) ?? [];
  useChatSearchKey(back === undefined, () => setSearching(true));
  const { done } = useDone();
  const offline = useOffline();
  const waits = conversation != null && (conversation.unansweredSince !== null || conversation.questionSince !== null);
  const messageKey = useMessageKeys(root, letterKeys);
  useKeysWithin(root, (event) => {
    if (messageKey(event)) return;
    const letter = letterOf(event, letterKeys);
    if (letter === 'r') focusComposer();
    // Beside an order D would be mistaken for the order's own, which declines it.
    else if (letter === 'd' && back === undefined && waits && !offline) done(conversationId);
    else return;
    event.preventDefault();
  });
  useTakeFocus(root, conversation != null && thread.data !== undefined);
  // Who reads further up has not seen what came since.
  const newest = useNewest(conversationId, conversation, thread.hasPreviousPage, () => {
    if (messageId !== null) navigate(`/chats/${conversationId}`);
  });
  useMarkSeen(conversation, thread.hasPreviousPage ? undefined : messages.at(-1)?.id);

  if (query.isPending || thread.isPending)
    return (
      <section className={className}>
        <Skeleton rows={5} height={64} />
      </section>
    );
  if (query.isError || !thread.data)
    return (
      <section className={className}>
        <Failed onRetry={() => Promise.all([query.refetch(), thread.refetch()])} />
      </section>
    );
  if (!conversation)
    return (
      <section className={className}>
        <GoneChat conversationId={conversationId} />
      </section>
    );
  const name = customerName(conversation.customer, i18n);
  const { phone } = conversation.customer;
  return (
    <section
      ref={root}
      tabIndex={-1}
      data-opened={`/chats/${conversationId}`}
      className={classNames(styles['thread'], className)}
      aria-label={t`Chat with ${name}`}
    >
      <div>
        <header className={styles['head']}>
          {back ? (
            <Button look="quiet" size="icon" aria-label={back.words} onPress={back.go}>
              <X size={20} aria-hidden="true" />
            </Button>
          ) : (
            <Link href="/chats" className={buttonClass({ look: 'quiet', size: 'icon' }, styles['back'])} aria-label={t`Back to all chats`}>
              <ArrowLeft size={20} aria-hidden="true" />
            </Link>
          )}
          <Avatar name={conversation.customer.name} size={40} />
          <h2 className={styles['who']}>
            <span className={styles['name']}>
              <bdi>{name}</bdi>
            </span>
            {phone === null ? (
              <span className={styles['phone']}>
                <Trans>WhatsApp does not tell the phone number</Trans>
              </span>
            ) : phone === conversation.customer.name ? null : (
              <span className={styles['phone']} dir="ltr">
                {phone}
              </span>
            )}
          </h2>
          <DoneButton conversation={conversation} />
          {back ? null : (
            <Button look="quiet" size="icon" aria-label={t`Search in this chat`} aria-keyshortcuts="Control+F" onPress={() => setSearching(!searching)}>
              <Search size={20} aria-hidden="true" />
            </Button>
          )}
          {back ? null : <CustomerButton customerId={conversation.customer.id} />}
          <NewOrderButton conversationId={conversationId} />
          <CustomerMarks conversation={conversation} />
        </header>
        {searching ? (
          <ChatSearch
            conversationId={conversationId}
            onShow={(id) => navigate(`/chats/${conversationId}/${id}`, { replace: true })}
            onClose={() => setSearching(false)}
          />
        ) : null}
      </div>
      <ChatAround value={{ conversationId, pictures: picturesOf(messages) }}>
        <MessageScroll
          key={`${shownId ?? ''} ${newest.times}`}
          messages={messages}
          targetId={shownId}
          hasOlder={thread.hasNextPage}
          isLoadingOlder={thread.isFetchingNextPage}
          isLoading={thread.isFetching}
          onOlder={() => void thread.fetchNextPage(unasked)}
          hasNewer={thread.hasPreviousPage}
          onNewer={() => void thread.fetchPreviousPage(unasked)}
          onNewest={newest.show}
          sentId={newest.sentId}
        />
      </ChatAround>
      <Composer conversation={conversation} name={name} messages={messages} thread={root} />
    </section>
  );
}
