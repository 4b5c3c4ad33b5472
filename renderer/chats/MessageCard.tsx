import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { Info } from 'lucide-react';
import type { MessageContent } from '../../shared/contract/messages.ts';
import { factWords, typeWords } from './card-words.ts';
import { RawArrival } from './RawArrival.tsx';
import styles from './MessageCard.module.css';

type Props = { messageId: number; content: Extract<MessageContent, { kind: 'card' }>; isOurs: boolean };

/** A message that has no view of its own: what is known of it, and what arrived. */
export function MessageCard({ messageId, content, isOurs }: Props) {
  const { i18n } = useLingui();
  const words = typeWords(content.type, i18n);
  return (
    <div className={styles['card']}>
      <p className={styles['type']}>
        <Info size={18} aria-hidden="true" />
        <span>{words ?? <Trans>A kind of message that Shopbell does not know yet: {content.type}</Trans>}</span>
      </p>
      {content.facts.length === 0 ? null : (
        <dl className={styles['facts']}>
          {content.facts.map((fact) => (
            <div key={`${fact.fact} ${fact.value}`} className={styles['fact']}>
              <dt>{i18n._(factWords(fact.fact))}</dt>
              <dd dir="auto">{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isOurs ? null : <RawArrival messageId={messageId} />}
    </div>
  );
}
