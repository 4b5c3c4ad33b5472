import path from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../electron/store/open-store.ts';
import { businessDay } from '../../shared/domain/business-day.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ARTICLES = [
  ['BREAD-021', 'Sourdough loaf, large', 650],
  ['CAKE-007', 'Walnut cake', 1240],
  ['ROLL-003', 'Poppy seed rolls', 100],
  ['JAM-1', 'Strawberry jam, the good one from the farm behind the hill', 410],
  ['TEA-9', null, 395],
] as const;
const CUSTOMERS = ['Sheena Nelson', 'Zeynep Öztürk', 'ليلى حداد', 'Kerry Obi', 'Ana Duarte', null];

/** Thirty days of orders in the practice shop's memory, before it starts; `now` is ms since epoch. Gives today's orders. */
export function fillDayBook(dataFolder: string, now: number, timeZone: string): number {
  const file = path.join(dataFolder, 'practice/shopbell.db');
  const store = openStore(file);
  const db = new Database(file);
  const customers = CUSTOMERS.map((name, index) => {
    const { id } = store.customers.resolve([{ kind: 'wa_id', value: `49170000000${index}` }], now);
    store.customers.name(id, name, null, now);
    return id;
  });
  for (const [retailerId, name, price] of ARTICLES) {
    store.products.want('catalog', retailerId, now, 0);
    store.products.save(
      { catalogId: 'catalog', retailerId, name, priceText: `€${price / 100}`, currency: 'EUR', availability: null, inventory: null, image: null },
      now,
    );
  }
  db.exec('UPDATE products SET next_at = NULL');
  let today = 0;
  for (let back = 29; back >= 0; back -= 1) {
    for (let n = 0; n < 3 + ((back * 7) % 11); n += 1) {
      const at = now - back * DAY_MS - n * 41 * 60_000;
      const [retailerId, , price] = ARTICLES[(n * 3 + back) % ARTICLES.length] ?? ARTICLES[0];
      const line = { retailerId, quantity: 1 + (n % 4), quantityRaw: '1', unitMinor: n === 5 && back === 0 ? null : price, currency: 'EUR', unitRaw: '?' };
      const businessDayOf = businessDay(at, timeZone, 4);
      const id = store.orders.insert({
        businessDay: businessDayOf,
        messageWamid: null,
        requestId: `filled-${back}-${n}`,
        customerId: customers[(n + back) % customers.length] ?? 1,
        conversationId: null,
        placedAt: at,
        receivedAt: at,
        rehearsal: false,
        note: n % 3 === 0 ? 'Bitte ohne Nüsse, und einmal geschnitten' : null,
        catalogId: 'catalog',
        quiet: false,
        lines: [line],
      });
      store.orderHistory.add(id, { at, who: 'operator', what: 'made', from: null, to: 'new' });
      const declined = n % 6 === 4;
      const to = declined ? 'declined' : 'completed';
      db.prepare('UPDATE orders SET state = ?, accepted_at = ?, closed_at = ?, paid_at = ?, paid_by = ? WHERE id = ?').run(
        to,
        declined ? null : at + 35_000,
        at + 1_500_000,
        declined || n % 5 === 0 ? null : at,
        declined || n % 5 === 0 ? null : n % 2 ? 'cash' : 'card',
        id,
      );
      store.orderHistory.add(id, { at, who: 'operator', what: 'state', from: 'new', to, ...(declined ? { reason: 'No flour left' } : {}) });
      if (businessDayOf === businessDay(now, timeZone, 4)) today += 1;
    }
  }
  db.close();
  store.close();
  return today;
}
