import type { HandlerDeps } from './acting.ts';
import { askDayBook } from '../ask-day-book.ts';
import { server } from './server.ts';

/** The day book's part of the contract: answered by the thread that reads. */
export function dayBookHandlers({ line: lineOf, now }: Pick<HandlerDeps, 'line' | 'now'>) {
  const { dayBook } = server;
  return {
    dayBook: {
      get: dayBook.get.handler(({ context, input }) => askDayBook(lineOf(context.shop), now(), input.day)),
      export: dayBook.export.handler(({ context, input }) => {
        const line = lineOf(context.shop);
        return line.reader.ask('export', { ...input, shopName: line.values().shopName, timeZone: line.day().timeZone });
      }),
    },
  };
}
