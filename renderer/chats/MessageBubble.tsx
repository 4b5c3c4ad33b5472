import { Trans, useLingui } from '@lingui/react/macro';
import { Ban, ClockAlert } from 'lucide-react';
import { useId } from 'react';
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
  const { t } = useLingui();
  const saysId = useId();
  const mine = message.direction === 'out';
  const time = formats.clock(message.sentAt);
  // Who wrote it is seen by the side alone; who hears the page has to be told.
  const name = isNotice(message) ? t`WhatsApp, ${time}` : mine ? t`You, ${time}` : t`Customer, ${time}`;
  return (
    <article
      className={classNames(styles['bubble'], mine && styles['mine'], shape(message))}
      data-message={message.id}
      tabIndex={-1}
      aria-label={name}
      aria-describedby={saysId}
    >
      <Marks message={message} />
      {message.quoted ? <QuotedMessage quoted={message.quoted} conversationId={conversationId} /> : null}
      {message.product ? <ProductCard product={message.product} /> : null}
      <div id={saysId}>
        <MessageContentView message={message} />
      </div>
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
          {time}
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
function shape(message: MessageView): string | undefined {
  const { content } = message;
  if (isNotice(message)) return styles['notice'];
  return content.kind === 'media' && content.media.media === 'sticker' && content.media.url !== null ? styles['bare'] : undefined;
}

/** What WhatsApp says by itself. */
function isNotice({ content }: MessageView): boolean {
  return content.kind === 'system' || content.kind === 'welcome';
}
