import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { useTicketOptions } from '../../printing/printing-queries.ts';
import { TicketPaper } from '../../printing/TicketPaper.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { scrollsByKey } from '../../ui/scrolls-by-key.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { orderNumber } from '../order-number.ts';
import form from './form.module.css';
import styles from './ticket.module.css';

type Props = { order: OrderView; canPrint: boolean; onPrint: () => void; onClose: () => void };

/** The ticket as it would be printed now. */
export function TicketDialog({ order, canPrint, onPrint, onClose }: Props) {
  const { i18n } = useLingui();
  const ticket = useQuery({ ...useTicketOptions(order.id), staleTime: 0 });
  return (
    <DialogFrame title={<Trans>Ticket of order {orderNumber(order.number, i18n)}</Trans>} isOpen onClose={onClose} size="middle">
      {ticket.isPending ? (
        <Skeleton rows={6} height={24} />
      ) : ticket.data ? (
        <section className={styles['desk']} {...scrollsByKey}>
          <TicketPaper ticket={ticket.data} />
        </section>
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
