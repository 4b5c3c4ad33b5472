import { Trans, useLingui } from '@lingui/react/macro';
import { Ban } from 'lucide-react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './Tags.module.css';

/** The tags of a customer in one line: as many of them as there is room for. */
export function Tags({ tags, className }: { tags: readonly string[]; className?: string | undefined }) {
  const { t } = useLingui();
  if (tags.length === 0) return null;
  return (
    <span className={classNames(styles['tags'], className)}>
      <span className="off-screen">{t`Tags`}: </span>
      {tags.map((tag) => (
        <span key={tag} className={styles['tag']} dir="auto">
          {tag}
        </span>
      ))}
    </span>
  );
}

/** A line of its own in the head of a chat: whether its customer is blocked, and their tags. */
export function CustomerMarks({ conversation: { blocked, tags } }: { conversation: ConversationView }) {
  if (!blocked && tags.length === 0) return null;
  return (
    <div className={styles['marks']}>
      {blocked ? (
        <span className={styles['blocked']}>
          <Ban size={14} aria-hidden="true" />
          <Trans>Blocked</Trans>
        </span>
      ) : null}
      <Tags tags={tags} />
    </div>
  );
}
