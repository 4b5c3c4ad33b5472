import { Trans, useLingui } from '@lingui/react/macro';
import { Ban, CircleAlert, CircleHelp } from 'lucide-react';
import { Link } from 'wouter';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { classNames } from '../ui/class-names.ts';
import { CountBadge } from '../ui/CountBadge.tsx';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { LastMessage } from './LastMessage.tsx';
import { Tags } from './Tags.tsx';
import styles from './ConversationRow.module.css';

/** From here on the row says how long free text is still possible, where no other time is set. */
const CLOSING_MINUTES = 120;

type Props = { conversation: ConversationView; isShown: boolean; saysWaiting: boolean };

/** A conversation in the list: who, the newest message, what waits, and whether its window closes soon. */
export function ConversationRow({ conversation, isShown, saysWaiting }: Props) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const now = useNow(10_000);
  const { window, unread, questionSince, unansweredSince, draft, failed } = conversation;
  const warning = useSettings().data?.values.closingWarning || CLOSING_MINUTES;
  const waitsSince = saysWaiting ? (questionSince ?? unansweredSince) : null;
  const left = window.state === 'open' ? window.endsAt - now : null;
  const closing = left !== null && left > 0 && left < warning * 60_000 && unansweredSince !== null;
  return (
    <li className={classNames(styles['row'], isShown && styles['shown'])}>
      <Link href={`/chats/${conversation.id}`} className={styles['link']} data-chat-link={conversation.id} aria-current={isShown ? 'true' : undefined}>
        <Avatar name={conversation.customer.name} />
        <span className={styles['who']}>
          <span className={styles['name']}>
            <bdi>{customerName(conversation.customer, i18n)}</bdi>
          </span>
          <Tags tags={conversation.tags} className={styles['tags']} />
        </span>
        {closing ? (
          <span className={styles['closing']}>
            <Trans>{formats.span(left)} left</Trans>
          </span>
        ) : waitsSince !== null ? (
          <span className={styles['closing']}>
            <Trans>waits {formats.span(Math.max(now - waitsSince, 60_000))}</Trans>
          </span>
        ) : (
          <time className={styles['time']} dateTime={new Date(conversation.lastAt).toISOString()}>
            {formats.brief(conversation.lastAt, now)}
          </time>
        )}
        <span className={styles['last']}>
          {draft !== '' && !isShown ? (
            <>
              <b className={styles['draft']}>
                <Trans>Draft:</Trans>
              </b>{' '}
              <span dir="auto">{draft}</span>
            </>
          ) : conversation.last ? (
            <LastMessage message={conversation.last} />
          ) : null}
        </span>
        <span className={styles['signs']}>
          {conversation.blocked ? (
            <span className={styles['blocked']} title={t`Blocked`}>
              <Ban size={16} aria-hidden="true" />
              <span className="off-screen">{t`Blocked`}</span>
            </span>
          ) : null}
          {failed > 0 ? (
            <span className={styles['failed']} title={t`A message of yours was not sent`}>
              <CircleAlert size={18} aria-hidden="true" />
              <span className="off-screen">{t`A message of yours was not sent`}</span>
            </span>
          ) : null}
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
