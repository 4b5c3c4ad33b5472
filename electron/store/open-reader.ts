import Database from 'better-sqlite3';
import { openCustomerFacts } from './customer-facts.ts';
import { openCatalogues } from './catalogues.ts';
import { openConversations } from './conversations.ts';
import { openCustomerSearch } from './customer-search.ts';
import { openArrivals } from './arrivals.ts';
import { openCustomers } from './customers.ts';
import { openDayBook } from './day-book.ts';
import { openFacts } from './facts.ts';
import { openMessageSearch } from './message-search.ts';
import { openOrderExport } from './order-export.ts';
import { openOrderExtras } from './order-extras.ts';
import { openOrderSearch } from './order-search.ts';
import { openOrders } from './orders.ts';
import { openPersonExport } from './person-export.ts';
import { openProducts } from './products.ts';
import { openRowCounts } from './row-counts.ts';

/**
 * A line's memory for reading alone, on a connection of its own: long questions wait for nobody, and nobody for them. The file has to be
 * there, opened and migrated by its writer.
 * @throws SqliteError `SQLITE_CANTOPEN` where it is not
 */
export function openReader(file: string) {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32000');
  return {
    facts: openFacts(db),
    arrivals: openArrivals(db),
    customers: openCustomers(db),
    customerFacts: openCustomerFacts(db),
    customerSearch: openCustomerSearch(db),
    conversations: openConversations(db),
    messageSearch: openMessageSearch(db),
    catalogues: openCatalogues(db),
    products: openProducts(db),
    orders: openOrders(db),
    orderExtras: openOrderExtras(db),
    dayBook: openDayBook(db),
    orderExport: openOrderExport(db),
    orderSearch: openOrderSearch(db),
    personExport: openPersonExport(db),
    rowCounts: openRowCounts(db),
    /** All of `work` sees the shop as it stood when it began. */
    atOnce: <T>(work: () => T): T => db.transaction(work).deferred(),
    close: (): void => void db.close(),
  };
}
export type Reader = ReturnType<typeof openReader>;
