import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { MessageSquareOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Thread } from '../chats/Thread.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useOrderOptions } from './order-queries.ts';
import styles from './OrderChat.module.css';

type Props = { orderId: number; onClose: () => void; className: string | undefined };

/** The chat that an order came in, beside it; of an order by telephone it says that there is none. Takes the focus, since it was asked for. */
export function OrderChat({ orderId, onClose, className }: Props) {
  const { t } = useLingui();
  const order = useQuery(useOrderOptions(orderId)).data;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  return (
    <div ref={root} tabIndex={-1} className={classNames(styles['chat'], className)}>
      {!order ? (
        <Skeleton rows={5} height={64} />
      ) : order.conversationId !== null ? (
        <Thread conversationId={order.conversationId} className={styles['thread']} back={{ words: t`Close the chat`, go: onClose }} />
      ) : (
        <StateScreen
          icon={MessageSquareOff}
          title={<Trans>No chat</Trans>}
          actions={
            <Button onPress={onClose}>
              <Trans>Close the chat</Trans>
            </Button>
          }
        >
          <Trans>This order did not come by WhatsApp, and its customer has not written to the shop.</Trans>
        </StateScreen>
      )}
    </div>
  );
}
