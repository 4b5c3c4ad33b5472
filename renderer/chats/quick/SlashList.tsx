import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import { Link } from 'wouter';
import { classNames } from '../../ui/class-names.ts';
import type { SlashEntry } from './use-slash.ts';
import styles from './SlashList.module.css';

type Props = { id: string; entries: readonly SlashEntry[]; index: number; hasNone: boolean; language: string; onChoose: (entry: SlashEntry) => void };

/** What the slash in the field offers. The focus stays in the field: the list is led by its keys. */
export function SlashList({ id, entries, index, hasNone, language, onChoose }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles['panel']}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list that the field's keys lead: no element of HTML does that for a textarea */}
      <div id={id} role="listbox" aria-label={t`Ready texts`} className={styles['list']}>
        {entries.map((entry, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and the keys
          <div
            key={entry.id}
            id={`${id}-${entry.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as the list
            role="option"
            aria-selected={at === index}
            className={classNames(styles['entry'], at === index && styles['current'])}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(entry)}
          >
            <kbd className={styles['shortcut']}>/{entry.does === 'products' ? 'p' : entry.found.reply.shortcut}</kbd>
            {entry.does === 'products' ? (
              <span className={styles['text']}>
                <ShoppingBag size={16} aria-hidden="true" /> <Trans>Send articles of the catalogue</Trans>
              </span>
            ) : (
              <span className={styles['text']} dir="auto" lang={language}>
                {entry.found.text}
              </span>
            )}
          </div>
        ))}
      </div>
      <p className={styles['hint']}>
        {hasNone ? (
          <>
            <Trans>No texts stand ready yet.</Trans>{' '}
            <Link href="/settings/quick-replies">
              <Trans>Write the first one</Trans>
            </Link>
          </>
        ) : (
          <>
            <Trans>Enter puts it in, Escape leaves.</Trans>{' '}
            <Link href="/settings/quick-replies">
              <Trans>Change the texts</Trans>
            </Link>
          </>
        )}
      </p>
      <output className="off-screen">
        <Plural value={entries.length} one="# suggestion" other="# suggestions" />
      </output>
    </div>
  );
}
