import { Trans } from '@lingui/react/macro';
import { SendHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { Outgoing } from '../../../shared/contract/chats.ts';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { SendRefusal } from './SendRefusal.tsx';
import { useSendOther } from './use-send-other.ts';
import styles from './SendDialog.module.css';

type Props = {
  conversationId: number;
  title: ReactNode;
  content: Outgoing;
  canSend: boolean;
  /** Something was typed that a click beside would lose. */
  isTouched: boolean;
  quoteMessageId: number | null;
  size?: 'normal' | 'middle' | 'wide';
  onClose: () => void;
  onSent: () => void;
  children: ReactNode;
};

/** A dialog at whose end something is sent into a chat; stays open while that is refused, and says why. */
export function SendDialog({ conversationId, title, content, canSend, isTouched, quoteMessageId, size = 'normal', onClose, onSent, children }: Props) {
  const offline = useOffline();
  const { send, refusal, failed, isPending } = useSendOther(conversationId);
  const isOff = offline || isPending || !canSend;
  return (
    <DialogFrame title={title} isOpen size={size} isDismissable={!isTouched && !isPending} onClose={onClose}>
      <Form
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (isOff) return;
          send(content, quoteMessageId, () => {
            onSent();
            onClose();
          });
        }}
      >
        {children}
        <SendRefusal refusal={refusal} failed={failed} />
        <div className={styles['foot']}>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="go" type="submit" isDisabled={isOff}>
            <SendHorizontal size={16} aria-hidden="true" />
            <Trans>Send</Trans>
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}
