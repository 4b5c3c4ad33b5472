import { Trans } from '@lingui/react/macro';
import { Ban, ClockAlert } from 'lucide-react';
import type { MessageView } from '../../shared/contract/messages.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { EditedMark, Marks, QuotedMessage, Reactions } from './kinds/AroundMessage.tsx';
import { BubbleTools } from './kinds/BubbleTools.tsx';
import { useChatAround } from './kinds/chat-around.ts';
import { MessageContentView } from './MessageContentView.tsx';
import { ProductCard } from './ProductCard.tsx';
import { SendTrouble } from './SendTrouble.tsx';
import { StatusSign } from './StatusSign.tsx';
import styles from './MessageBubble.module.css';

/** A message: what it quotes, what it is about, what it says, when, and what became of it. */
export function MessageBubble({ message }: { message: MessageView }) {
  const formats = useFormats();
  const { conversationId } = useChatAround();
  const mine = message.direction === 'out';
  return (
    <article className={classNames(styles['bubble'], mine && styles['mine'], shape(message))} data-message={message.id} tabIndex={-1}>
      <Marks message={message} />
      {message.quoted ? <QuotedMessage quoted={message.quoted} conversationId={conversationId} /> : null}
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
        <EditedMark edits={message.edits} />
        <time dateTime={new Date(message.sentAt).toISOString()} title={formats.clockSeconds(message.sentAt)}>
          {formats.clock(message.sentAt)}
        </time>
        {message.status === null ? null : <StatusSign status={message.status} />}
      </p>
      <Reactions message={message} />
      <SendTrouble message={message} />
      <BubbleTools message={message} />
    </article>
  );
}

/** Notices stand in the middle, and a sticker has no bubble around it. */
function shape({ content }: MessageView): string | undefined {
  if (content.kind === 'system' || content.kind === 'welcome') return styles['notice'];
  return content.kind === 'media' && content.media.media === 'sticker' && content.media.url !== null ? styles['bare'] : undefined;
}
