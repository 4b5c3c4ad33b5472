import { ORPCError } from '@orpc/server';
import { server } from './server.ts';

/** The day book's and the search's part of the contract. */
export function dayBookHandlers() {
  const never = () => {
    throw new ORPCError('NOT_IMPLEMENTED');
  };
  return {
    dayBook: { get: server.dayBook.get.handler(never), export: server.dayBook.export.handler(never) },
    search: { orders: server.search.orders.handler(() => ({ hits: [], more: false })) },
  };
}
