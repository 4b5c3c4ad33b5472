import { ORPCError } from '@orpc/server';
import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

const later = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** The search's part of the contract: answered by the thread that reads. */
export function searchHandlers({ line: lineOf }: HandlerDeps) {
  const os = server.search;
  return {
    orders: os.orders.handler(({ context, input }) => lineOf(context.shop).reader.ask('searchOrders', input.text)),
    all: os.all.handler(later),
    inChat: os.inChat.handler(later),
  };
}
