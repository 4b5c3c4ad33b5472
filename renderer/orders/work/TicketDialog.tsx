import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TicketRows } from './TicketRows.tsx';
import { orderNumber } from '../order-number.ts';
import form from './form.module.css';

type Props = { order: OrderView; canPrint: boolean; onPrint: () => void; onClose: () => void };

/** The ticket as it would be printed now. */
export function TicketDialog({ order, canPrint, onPrint, onClose }: Props) {
  const { i18n } = useLingui();
  const api = useApi();
  const ticket = useQuery({ queryKey: [...queryKeys.order(order.id), 'ticket'], queryFn: () => api.printing.preview({ orderId: order.id }), staleTime: 0 });
  return (
    <DialogFrame title={<Trans>Ticket of order {orderNumber(order.number, i18n)}</Trans>} isOpen onClose={onClose} size="middle">
      {ticket.isPending ? (
        <Skeleton rows={6} height={24} />
      ) : ticket.data ? (
        <TicketRows ticket={ticket.data} />
      ) : ticket.isError ? (
        <Failed onRetry={ticket.refetch} />
      ) : (
        <Notice tone="info" title={<Trans>There is no ticket to show.</Trans>} />
      )}
      <div className={form['foot']}>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
        <Button
          look="go"
          isDisabled={!canPrint}
          onPress={() => {
            onPrint();
            onClose();
          }}
        >
          <Trans>Print</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
