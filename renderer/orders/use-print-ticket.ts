import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderView } from '../../shared/contract/orders.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import type { Trouble } from './work/use-order-change.ts';

function isUnderWay(ticket: OrderView['ticket']): boolean {
  return ticket === null || ticket.state === 'printing' || (ticket.state === 'queued' && ticket.reason === null);
}

export type PrintTicket = ReturnType<typeof usePrintTicket>;

/** Prints an order's ticket. One that waits or has failed is tried again, so that none comes out twice when the printer is back. */
export function usePrintTicket({ id, ticket }: Pick<OrderView, 'id' | 'ticket'>) {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const print = useMutation({
    mutationFn: (jobId: number | null) => (jobId === null ? api.printing.print({ orderId: id }) : api.printing.again({ jobId })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.order(id) });
      void queries.invalidateQueries({ queryKey: queryKeys.printing });
    },
  });
  const trouble: Trouble = print.isError ? 'failed' : print.data?.ok === false ? print.data.reason : null;
  const isBusy = offline || print.isPending || ticket?.state === 'printing';
  return {
    print: () => {
      if (!isBusy) print.mutate(ticket?.state === 'queued' || ticket?.state === 'failed' ? ticket.jobId : null);
    },
    /** It is being printed, asked for at this moment, or the cable is down. */
    isBusy,
    /** It was asked for here, and is on its way. */
    isSent: print.data?.ok === true && isUnderWay(ticket),
    trouble,
  };
}
