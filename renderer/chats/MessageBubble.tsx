import { Trans } from '@lingui/react/macro';
import { Ban, ClockAlert } from 'lucide-react';
import type { MessageView } from '../../shared/contract/messages.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { MessageContentView } from './MessageContentView.tsx';
import { ProductCard } from './ProductCard.tsx';
import { SendTrouble } from './SendTrouble.tsx';
import { StatusSign } from './StatusSign.tsx';
import styles from './MessageBubble.module.css';

/** A message: what it quotes, what it is about, what it says, when, and what became of it. */
export function MessageBubble({ message }: { message: MessageView }) {
  const formats = useFormats();
  const mine = message.direction === 'out';
  return (
    <article className={classNames(styles['bubble'], mine && styles['mine'])} data-message={message.id}>
      {message.quoted ? (
        <blockquote className={styles['quote']} dir="auto">
          {message.quoted.text ?? <Trans>An earlier message</Trans>}
        </blockquote>
      ) : null}
      {message.product ? <ProductCard product={message.product} /> : null}
      <MessageContentView message={message} />
      {message.deleted ? (
        <p className={styles['aside']}>
          <Ban size={15} aria-hidden="true" />
          {mine ? <Trans>Taken back before it was sent</Trans> : <Trans>Deleted by the customer</Trans>}
        </p>
      ) : null}
      <p className={styles['meta']}>
        {message.late && message.receivedAt !== null ? (
          <span className={styles['late']}>
            <ClockAlert size={14} aria-hidden="true" />
            <Trans>came {formats.span(message.receivedAt - message.sentAt)} late</Trans>
          </span>
        ) : null}
        <time dateTime={new Date(message.sentAt).toISOString()} title={formats.clockSeconds(message.sentAt)}>
          {formats.clock(message.sentAt)}
        </time>
        {message.status === null ? null : <StatusSign status={message.status} />}
      </p>
      <SendTrouble message={message} />
    </article>
  );
}
