import { Trans } from '@lingui/react/macro';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { OrderView } from '../../../shared/contract/orders.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { usePrintTicket } from '../use-print-ticket.ts';
import { TicketDialog } from './TicketDialog.tsx';
import { WorkRow } from './WorkRow.tsx';
import styles from './work.module.css';

/** The newest ticket of an order: printed, waiting, or why not. */
export function TicketRow({ order }: { order: OrderView }) {
  const { print, isBusy, trouble } = usePrintTicket(order);
  const [isShown, setShown] = useState(false);
  const { ticket } = order;
  // One that waits with a reason is worth another try; any other comes out by itself.
  const waits = ticket?.state === 'printing' || (ticket?.state === 'queued' && ticket.reason === null);
  const triesAgain = ticket?.state === 'failed' || ticket?.state === 'queued';
  return (
    <>
      <WorkRow
        icon={Printer}
        title={<Trans>Ticket</Trans>}
        trouble={trouble}
        actions={
          <>
            <Button size="small" look="quiet" onPress={() => setShown(true)}>
              <Trans>Preview</Trans>
            </Button>
            <Button size="small" isDisabled={isBusy || waits} onPress={print}>
              {ticket === null ? <Trans>Print</Trans> : triesAgain ? <Trans>Try again</Trans> : <Trans>Print again</Trans>}
            </Button>
          </>
        }
      >
        <TicketState ticket={ticket} />
      </WorkRow>
      {isShown ? <TicketDialog order={order} onClose={() => setShown(false)} onPrint={print} canPrint={!isBusy && !waits} /> : null}
    </>
  );
}

function TicketState({ ticket }: { ticket: OrderView['ticket'] }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const say = useSayReason();
  if (ticket === null || ticket.state === 'cancelled')
    return <span className={styles['muted']}>{ticket === null ? <Trans>Not printed</Trans> : <Trans>Given up, not printed</Trans>}</span>;
  if (ticket.state === 'printed')
    return (
      <span className={styles['good']}>
        <Trans>Printed {formats.moment(ticket.at, now)}</Trans>
      </span>
    );
  const reason = ticket.reason === null ? null : say(ticket.reason);
  return (
    <>
      {ticket.state === 'failed' ? (
        <span className={styles['bad']}>
          <Trans>Not printed</Trans>
        </span>
      ) : ticket.state === 'printing' ? (
        <Trans>Printing …</Trans>
      ) : (
        <Trans>Waits for the printer</Trans>
      )}
      {reason === null ? null : (
        <span className={styles['small']}>
          {reason.title}. {reason.todo}
        </span>
      )}
    </>
  );
}
