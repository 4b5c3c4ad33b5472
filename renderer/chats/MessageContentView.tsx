import { Trans } from '@lingui/react/macro';
import type { MessageView } from '../../shared/contract/messages.ts';
import { ContactsMessage } from './kinds/ContactsMessage.tsx';
import { LocationMessage } from './kinds/LocationMessage.tsx';
import { MediaMessage } from './kinds/MediaMessage.tsx';
import { RichText } from './kinds/RichText.tsx';
import {
  AnswerMessage,
  LooseMessage,
  PaymentMessage,
  ProductsMessage,
  RequestMessage,
  SystemNotice,
  TextWithButtons,
  UnsupportedMessage,
} from './kinds/SmallKinds.tsx';
import { MessageCard } from './MessageCard.tsx';
import { OrderLinkCard } from './OrderLinkCard.tsx';

/** What a message says, by its kind. A customer's words are only ever shown as text. */
export function MessageContentView({ message }: { message: MessageView }) {
  const { content } = message;
  const isOurs = message.direction === 'out';
  switch (content.kind) {
    case 'text':
      return <RichText text={content.body} />;
    case 'buttons':
    case 'template':
      return <TextWithButtons content={content} />;
    case 'location-request':
    case 'contact-request':
      return <RequestMessage content={content} />;
    case 'order':
      return <OrderLinkCard order={content} />;
    case 'answer':
      return <AnswerMessage content={content} />;
    case 'contacts':
      return <ContactsMessage content={content} />;
    case 'edit':
    case 'reaction':
      return <LooseMessage content={content} />;
    case 'location':
      return <LocationMessage content={content} />;
    case 'media':
      return <MediaMessage content={content} isOurs={isOurs} />;
    case 'payment':
      return <PaymentMessage content={content} />;
    case 'products':
      return <ProductsMessage content={content} />;
    case 'removed':
      return message.deleted ? null : <Trans>Deleted by the customer</Trans>;
    case 'system':
    case 'welcome':
      return <SystemNotice content={content} />;
    case 'unsupported':
      return <UnsupportedMessage content={content} />;
    case 'card':
      return <MessageCard messageId={message.id} content={content} isOurs={isOurs} />;
  }
}
