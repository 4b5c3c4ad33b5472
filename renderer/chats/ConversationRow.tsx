import { Trans, useLingui } from '@lingui/react/macro';
import { CircleHelp } from 'lucide-react';
import { Link } from 'wouter';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { classNames } from '../ui/class-names.ts';
import { CountBadge } from '../ui/CountBadge.tsx';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { LastMessage } from './LastMessage.tsx';
import styles from './ConversationRow.module.css';

/** From here on the row says how long free text is still possible. */
const CLOSING_MS = 2 * 60 * 60_000;

/** A conversation in the list: who, the newest message, what waits, and whether its window closes soon. */
export function ConversationRow({ conversation, isShown }: { conversation: ConversationView; isShown: boolean }) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const now = useNow(10_000);
  const { window, unread, questionSince } = conversation;
  const left = window.state === 'open' ? window.endsAt - now : null;
  const closing = left !== null && left > 0 && left < CLOSING_MS && questionSince !== null;
  return (
    <li className={classNames(styles['row'], isShown && styles['shown'])}>
      <Link href={`/chats/${conversation.id}`} className={styles['link']} data-chat-link={conversation.id} aria-current={isShown ? 'true' : undefined}>
        <Avatar name={conversation.customer.name} />
        <span className={styles['name']}>
          <bdi>{customerName(conversation.customer, i18n)}</bdi>
        </span>
        {closing ? (
          <span className={styles['closing']}>
            <Trans>{formats.span(left)} left</Trans>
          </span>
        ) : (
          <time className={styles['time']} dateTime={new Date(conversation.lastAt).toISOString()}>
            {formats.brief(conversation.lastAt, now)}
          </time>
        )}
        <span className={styles['last']}>{conversation.last ? <LastMessage message={conversation.last} /> : null}</span>
        <span className={styles['signs']}>
          {questionSince === null ? null : (
            <span className={styles['question']} title={t`A question about a product waits`}>
              <CircleHelp size={18} aria-hidden="true" />
              <span className="off-screen">{t`A question about a product waits`}</span>
            </span>
          )}
          {unread > 0 ? (
            <>
              <CountBadge count={unread} />
              <span className="off-screen">
                <Trans>{unread} unread</Trans>
              </span>
            </>
          ) : null}
        </span>
      </Link>
    </li>
  );
}
