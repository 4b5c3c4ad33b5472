import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { MessageSquare } from 'lucide-react';
import type { MessageHit } from '../../shared/contract/search.ts';
import { customerName } from '../ui/customer-name.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { Marked } from './Marked.tsx';
import styles from './HitRow.module.css';

/** A message that was found: whose chat, who wrote it, when, and the words around the place. */
export function MessageHitRow({ hit }: { hit: MessageHit }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow();
  return (
    <div className={styles['message']}>
      <MessageSquare size={18} aria-hidden="true" className={styles['sign']} />
      <span className={styles['name']} dir="auto">
        {customerName(hit.customer, i18n)}
      </span>
      <time className={styles['time']} dateTime={new Date(hit.sentAt).toISOString()}>
        {formats.moment(hit.sentAt, now)}
      </time>
      <span className={styles['hit']}>
        {hit.direction === 'out' ? (
          <span className={styles['where']}>
            <Trans>You:</Trans>{' '}
          </span>
        ) : null}
        <Marked hit={hit} />
      </span>
    </div>
  );
}
