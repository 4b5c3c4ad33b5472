import type { MessageView } from '../../shared/contract/messages.ts';
import { MessageCard } from './MessageCard.tsx';
import { OrderLinkCard } from './OrderLinkCard.tsx';
import styles from './MessageContentView.module.css';

/** What a message says, by its kind. A customer's words are only ever shown as text. */
export function MessageContentView({ message }: { message: MessageView }) {
  const { content } = message;
  switch (content.kind) {
    case 'text':
      return (
        <p className={styles['text']} dir="auto">
          {content.body}
        </p>
      );
    case 'buttons':
    case 'location-request':
    case 'template':
      return (
        <p className={styles['text']} dir="auto">
          {content.body}
        </p>
      );
    case 'order':
      return <OrderLinkCard order={content} />;
    case 'answer':
    case 'contact-request':
    case 'contacts':
    case 'edit':
    case 'location':
    case 'media':
    case 'payment':
    case 'products':
    case 'reaction':
    case 'removed':
    case 'system':
    case 'unsupported':
    case 'welcome':
      return null;
    case 'card':
      return <MessageCard messageId={message.id} content={content} isOurs={message.direction === 'out'} />;
  }
}
