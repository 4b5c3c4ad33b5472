import { useLingui } from '@lingui/react/macro';
import type { MessageView } from '../../shared/contract/messages.ts';
import { orderNumber } from '../orders/order-number.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { typeWords } from './card-words.ts';
import { KindSign } from './kinds/KindSign.tsx';
import { withoutMarks } from './kinds/format-text.ts';
import { kindWords, mediaWords, wordsIn } from './kinds/line-words.ts';
import { StatusSign } from './StatusSign.tsx';
import styles from './LastMessage.module.css';

/** A message in one line, with its tick where it is ours. */
export function LastMessage({ message }: { message: MessageView }) {
  return (
    <span className={styles['last']}>
      {message.status === null ? null : <StatusSign status={message.status} />}
      {message.deleted ? null : <KindSign content={message.content} />}
      <span className={styles['words']} dir="auto">
        {withoutMarks(useMessageLine(message))}
      </span>
    </span>
  );
}

function useMessageLine(message: MessageView): string {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const { content } = message;
  if (message.deleted) return message.direction === 'out' ? t`Taken back before it was sent` : t`Deleted by the customer`;
  switch (content.kind) {
    case 'text':
      return message.product ? `${message.product.name ?? message.product.retailerId}: ${isolated(content.body)}` : content.body;
    case 'order': {
      const totals = content.totals.map((total) => formats.money(total)).join(' + ');
      const number = orderNumber(content.number, i18n);
      return totals === '' ? t`Order ${number}` : t`Order ${number} · ${totals}`;
    }
    case 'buttons':
    case 'template':
    case 'answer':
      return wordsIn(content) ?? i18n._(kindWords(content.kind));
    case 'media':
      return named(i18n._(mediaWords(content.media.media, content.voice)), wordsIn(content));
    case 'contact-request':
    case 'contacts':
    case 'edit':
    case 'location':
    case 'location-request':
    case 'payment':
    case 'products':
    case 'reaction':
    case 'removed':
    case 'system':
    case 'unsupported':
    case 'welcome':
      return named(i18n._(kindWords(content.kind)), wordsIn(content));
    case 'card':
      return named(typeWords(content.type, i18n) ?? content.type, wordsIn(content));
  }
}

function named(kind: string, words: string | null): string {
  return words === null ? kind : `${kind}: ${isolated(words)}`;
}

/** A text with a direction of its own (first strong isolate), so that a right-to-left one does not turn the line around. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
