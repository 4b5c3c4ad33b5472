import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, MessagesSquare } from 'lucide-react';
import { useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { CustomerPanel } from '../customers/CustomerPanel.tsx';
import { usePanelOpen } from '../customers/kept-panel.ts';
import { useKeysWithin } from '../keys/use-keys-within.ts';
import { classNames } from '../ui/class-names.ts';
import { StateScreen } from '../ui/StateScreen.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { useConversationOptions } from './chat-queries.ts';
import { ConversationList } from './ConversationList.tsx';
import { FailedList } from './FailedList.tsx';
import { Thread } from './Thread.tsx';
import styles from './ChatsView.module.css';

/** Conversations at the left, the chosen one at the right; where there is room for one alone, one of the two. */
export function ChatsView({ conversationId, messageId }: { conversationId: number | null; messageId: number | null }) {
  const { t } = useLingui();
  const [location, navigate] = useLocation();
  const root = useRef<HTMLDivElement>(null);
  const isPanelOpen = usePanelOpen();
  const chosen = useQuery({ ...useConversationOptions(conversationId ?? 0), enabled: conversationId !== null }).data;
  const customerId = isPanelOpen && conversationId !== null ? (chosen?.customer.id ?? null) : null;
  useKeysWithin(root, (event) => {
    if (event.key !== 'Escape' || conversationId === null || event.defaultPrevented || event.isComposing) return;
    const back = root.current?.querySelector<HTMLElement>(`[data-chat-link="${conversationId}"]`);
    navigate('/chats');
    // Where one panel shows at a time, the list comes back only after this.
    requestAnimationFrame(() => back?.focus());
  });
  // A chat and its customer may have the same number, and React wants siblings told apart: one of two of a key would stay for good.
  const failed = conversationId === null && location === '/chats/failed';
  return (
    <div
      ref={root}
      data-customer-room=""
      className={classNames(styles['view'], (conversationId !== null || failed) && styles['chosen'], customerId !== null && styles['withCustomer'])}
    >
      <ConversationList shownId={conversationId} className={styles['list']} />
      {failed ? (
        <section className={styles['thread']} data-opened="/chats/failed">
          <h2 className={styles['title']}>
            <Link href="/chats" className={buttonClass({ look: 'quiet', size: 'icon' })} aria-label={t`Back to all chats`}>
              <ArrowLeft size={20} aria-hidden="true" />
            </Link>
            <Trans>Not sent</Trans>
          </h2>
          <div className={styles['failed']}>
            <FailedList />
          </div>
        </section>
      ) : conversationId === null ? (
        <section className={styles['thread']}>
          <StateScreen icon={MessagesSquare} title={<Trans>No chat chosen</Trans>}>
            <Trans>Choose a conversation at the side to read and to answer.</Trans>
          </StateScreen>
        </section>
      ) : (
        <Thread key={`chat ${conversationId}`} conversationId={conversationId} messageId={messageId} className={styles['thread']} />
      )}
      {customerId === null ? null : <CustomerPanel key={`customer ${customerId}`} customerId={customerId} className={styles['customer']} />}
    </div>
  );
}
