import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

/** The search's part of the contract: answered by the thread that reads. */
export function searchHandlers({ line: lineOf }: Pick<HandlerDeps, 'line'>) {
  const os = server.search;
  return {
    orders: os.orders.handler(({ context, input }) => lineOf(context.shop).reader.ask('searchOrders', input.text)),
    all: os.all.handler(({ context, input }) => lineOf(context.shop).reader.ask('searchAll', input.text)),
    inChat: os.inChat.handler(({ context, input }) => lineOf(context.shop).reader.ask('searchChat', input)),
  };
}
