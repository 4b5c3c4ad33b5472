import { Trans } from '@lingui/react/macro';
import { MessageSquareOff, Timer } from 'lucide-react';
import { useLingui } from '@lingui/react';
import type { OrderTellView } from '../../shared/contract/orders.ts';
import { StatusSign } from '../chats/StatusSign.tsx';
import { statusWords } from '../chats/status-words.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { useNow } from '../ui/use-now.ts';
import { newestTell } from './newest-tell.ts';
import styles from './OrderMarks.module.css';

/** What the customer was last told of an order, with its ticks; or that they could not be told. */
export function ToldMark({ tells }: { tells: readonly OrderTellView[] }) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const now = useNow(60_000);
  const tell = newestTell(tells);
  if (!tell) return null;
  if (tell.state === 'not-told')
    return (
      <li className={styles['mark']} data-look="warn">
        <MessageSquareOff size={15} strokeWidth={2.2} aria-hidden="true" />
        <Trans>Not told</Trans>
      </li>
    );
  if (tell.state === 'waiting')
    return (
      <li className={styles['mark']}>
        <Timer size={15} strokeWidth={2.2} aria-hidden="true" />
        <Trans>Being told in a moment</Trans>
      </li>
    );
  const failed = tell.status === 'failed';
  return (
    <li className={styles['mark']} data-look={failed ? 'bad' : undefined}>
      {tell.status === null ? null : <StatusSign status={tell.status} />}
      <span>
        {failed ? <Trans>Not told</Trans> : <Trans>Told {formats.moment(tell.at, now)}</Trans>}
        {tell.status === 'read' ? <span aria-hidden="true">, {i18n._(statusWords('read')).toLocaleLowerCase(formats.locale)}</span> : null}
      </span>
    </li>
  );
}
