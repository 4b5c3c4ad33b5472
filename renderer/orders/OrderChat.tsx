import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { MessageSquareOff } from 'lucide-react';
import { Thread } from '../chats/Thread.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useOrderOptions } from './order-queries.ts';

type Props = { orderId: number; onClose: () => void; className: string | undefined };

/** The chat that an order came in, beside it; of an order by telephone it says that there is none. */
export function OrderChat({ orderId, onClose, className }: Props) {
  const { t } = useLingui();
  const order = useQuery(useOrderOptions(orderId)).data;
  if (!order)
    return (
      <section className={className}>
        <Skeleton rows={5} height={64} />
      </section>
    );
  if (order.conversationId !== null)
    return <Thread conversationId={order.conversationId} className={className} back={{ words: t`Close the chat`, go: onClose }} />;
  return (
    <section className={className}>
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
    </section>
  );
}
