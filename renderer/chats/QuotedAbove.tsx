import { Trans, useLingui } from '@lingui/react/macro';
import { Reply, X } from 'lucide-react';
import type { MessageView } from '../../shared/contract/messages.ts';
import { Button } from '../ui/Button.tsx';
import { LastMessage } from './LastMessage.tsx';
import styles from './QuotedAbove.module.css';

/** The message that the next text quotes, above the field; `message` is null where it is not on the page. */
export function QuotedAbove({ message, onRemove }: { message: MessageView | null; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <section className={styles['quoted']} aria-label={t`Your answer quotes`}>
      <Reply size={18} aria-hidden="true" className={styles['icon']} />
      <div className={styles['words']}>
        <strong>{message?.direction === 'out' ? <Trans>You quote yourself</Trans> : <Trans>You quote the customer</Trans>}</strong>
        <span className={styles['text']} dir="auto">
          {message === null ? <Trans>An earlier message</Trans> : <LastMessage message={message} />}
        </span>
      </div>
      <Button look="quiet" size="icon" aria-label={t`Do not quote it`} onPress={onRemove}>
        <X size={18} aria-hidden="true" />
      </Button>
    </section>
  );
}
