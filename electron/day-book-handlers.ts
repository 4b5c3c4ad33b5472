import { businessDay } from '../shared/domain/business-day.ts';
import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

/** The day book's and the search's part of the contract: answered by the thread that reads. */
export function dayBookHandlers({ line: lineOf, now }: Pick<HandlerDeps, 'line' | 'now'>) {
  const { dayBook, search } = server;
  return {
    dayBook: {
      get: dayBook.get.handler(({ context, input }) => {
        const line = lineOf(context.shop);
        const { timeZone, businessDayStart } = line.day();
        const today = businessDay(now(), timeZone, businessDayStart);
        return line.reader.ask('dayBook', { day: input.day ?? today, today, timeZone, businessDayStart });
      }),
      export: dayBook.export.handler(({ context, input }) => {
        const line = lineOf(context.shop);
        return line.reader.ask('export', { ...input, shopName: line.values().shopName, timeZone: line.day().timeZone });
      }),
    },
    search: { orders: search.orders.handler(({ context, input }) => lineOf(context.shop).reader.ask('searchOrders', input.text)) },
  };
}
