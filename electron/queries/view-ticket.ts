import type { DayBookView } from '../../shared/contract/day-book.ts';
import type { TicketView } from '../../shared/contract/printing.ts';
import type { Store } from '../store/open-store.ts';
import { orderTicket } from './order-ticket.ts';
import { dayTicket, testTicket } from './other-tickets.ts';
import type { TicketSetting } from './ticket-rows.ts';
import { viewOrder } from './view-order.ts';

/** What a sheet is to show. */
export type Sheet = { kind: 'ticket'; orderId: number } | { kind: 'day-close'; day: string } | { kind: 'test' };

export type TicketDeps = {
  store: Store;
  now: () => number;
  setting: () => TicketSetting;
  /** The day book of a business day (YYYY-MM-DD); null where there is none. */
  dayBook: (day: string) => DayBookView | null;
};

/** A sheet as it would be printed now; null where its order or day is not there. */
export function viewTicket({ store, now, setting, dayBook }: TicketDeps, sheet: Sheet): TicketView | null {
  switch (sheet.kind) {
    case 'test':
      return testTicket(now(), setting());
    case 'day-close': {
      const book = dayBook(sheet.day);
      return book && dayTicket(book, now(), setting());
    }
    case 'ticket': {
      const row = store.orders.get(sheet.orderId);
      return row && orderTicket(viewOrder(store, row, now(), setting().shopLanguage), setting());
    }
  }
}
