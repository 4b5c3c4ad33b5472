import { decimalText, lineMinor } from '../../shared/domain/money.ts';
import type { ExportedOrder } from '../store/order-export.ts';
import type { Reader } from '../store/open-reader.ts';
import { sumOrder } from './view-order.ts';
import { type Cell, type Decimal, type Table, writeCsv, writeJson } from './write-csv.ts';

export type ExportQuestion = {
  what: 'orders' | 'lines' | 'customers';
  format: 'csv' | 'json';
  /** Business days, YYYY-MM-DD, both included. */
  from: string;
  to: string;
  /** BCP 47 */
  locale: string;
  shopName: string;
  /** IANA name, for the times by the clock on the shop's wall. */
  timeZone: string;
};

/** Orders, their lines, or the customers who placed them, as a file's text; without rehearsals and without orders that went into others. */
export function exportOrders(reader: Reader, question: ExportQuestion): { filename: string; text: string; rows: number } {
  const { what, format, from, to, locale, shopName, timeZone } = question;
  const table = reader.atOnce(() => {
    const orders = reader.orderExport.between(from, to);
    return what === 'customers' ? customersTable(reader, orders) : what === 'lines' ? linesTable(reader, orders) : ordersTable(reader, orders, timeZone);
  });
  const shop = shopName
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const filename = `${shop === '' ? 'Shopbell' : shop}-${what}-${from === to ? from : `${from}-to-${to}`}.${format}`;
  return { filename, text: format === 'csv' ? writeCsv(table, locale) : writeJson(table), rows: table.rows.length };
}

const decimal = (minor: bigint, currency: string): Decimal => ({ decimal: decimalText({ minor, currency }) });
const phoneOf = ({ phone }: ExportedOrder): string | null => phone && `+${phone}`;

/** One row an order; an order in several currencies has one for each. */
function ordersTable(reader: Reader, orders: readonly ExportedOrder[], timeZone: string): Table {
  const times = ['placed', 'arrived', 'accepted', 'closed', 'promised', 'paid'] as const;
  const local = localTimes(timeZone);
  const rows = orders.flatMap((order): Cell[][] => {
    const { totals, unclear } = sumOrder(reader, order.id);
    const at = [order.placed_at, order.received_at ?? order.placed_at, order.accepted_at, order.closed_at, order.promised_at, order.paid_at];
    const moments = at.flatMap((time) => (time === null ? [null, null] : [new Date(time).toISOString(), local(time)]));
    const source = order.message_wamid === null ? 'hand' : 'whatsapp';
    const who = [order.name, order.username, phoneOf(order)];
    const how = [order.fulfilment, order.address, order.coordinates, order.note];
    return (totals.length === 0 ? [null] : totals).map((total) => [
      order.business_day,
      order.number,
      order.state,
      source,
      ...who,
      total && decimal(total.minor, total.currency),
      total && total.currency,
      unclear,
      order.paid_by,
      ...how,
      order.why,
      ...moments,
    ]);
  });
  const columns = ['business_day', 'number', 'state', 'source', 'customer', 'username', 'phone', 'total', 'currency', 'unclear_lines', 'paid_by'];
  const more = ['fulfilment', 'address', 'coordinates', 'note', 'reason', ...times.flatMap((time) => [`${time}_at_utc`, `${time}_at_local`])];
  return { columns: [...columns, ...more], rows };
}

/** Times by the clock on the wall ("2026-11-23 09:00:00"). Clocks are changed at quarters of an hour; in between the calendar, which is slow, is not asked. */
function localTimes(timeZone: string): (at: number) => string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offsets = new Map<number, number>();
  return (at) => {
    const quarter = at - (at % (15 * 60 * 1000));
    const offset = offsets.get(quarter) ?? Date.parse(`${clock.format(quarter).replace(' ', 'T')}Z`) - quarter;
    offsets.set(quarter, offset);
    return new Date(at + offset).toISOString().slice(0, 19).replace('T', ' ');
  };
}

/** One row a line, and one a fee, discount or extra line; a discount is negative, so a column's sum is what was ordered. */
function linesTable(reader: Reader, orders: readonly ExportedOrder[]): Table {
  const names = new Map(reader.orderSearch.articleNames().map((row) => [JSON.stringify([row.catalog_id, row.retailer_id]), row.name]));
  const rows = orders.flatMap((order): Cell[][] => {
    const head = [order.business_day, order.number, order.state];
    const lines = reader.orders.lines(order.id).map((line): Cell[] => {
      const { retailer_id: article, currency, unit_minor: unit } = line;
      const sum = lineMinor(unit, line.quantity);
      const name = names.get(JSON.stringify([line.catalog_id ?? order.catalog_id, article])) ?? null;
      return [
        ...head,
        'article',
        article,
        name,
        line.quantity,
        line.ordered_quantity,
        unit === null || currency === null ? null : decimal(BigInt(unit), currency),
        sum === null || currency === null ? null : decimal(sum, currency),
        currency,
        line.quantity === null ? line.quantity_raw : null,
        unit === null ? line.unit_raw : null,
      ];
    });
    const extras = reader.orderExtras.of(order.id).map(({ kind, label, minor, currency }): Cell[] => {
      const amount = decimal(kind === 'discount' ? -BigInt(minor) : BigInt(minor), currency);
      return [...head, kind, null, label, 1, null, amount, amount, currency, null, null];
    });
    return [...lines, ...extras];
  });
  const columns = ['business_day', 'number', 'state', 'kind', 'article_number', 'name', 'quantity', 'ordered_quantity', 'unit_price', 'line_total', 'currency'];
  return { columns: [...columns, 'unclear_quantity', 'unclear_price'], rows };
}

/** One row a customer with what they ordered (neither declined nor cancelled); in several currencies, one for each. Who only rehearsed is none. */
function customersTable(reader: Reader, orders: readonly ExportedOrder[]): Table {
  const customers = new Map<number, { last: ExportedOrder; first: ExportedOrder; orders: number; refused: number; sums: Map<string, bigint> }>();
  for (const order of orders) {
    if (order.by_rehearsal === 1) continue;
    const known = customers.get(order.customer_id) ?? { last: order, first: order, orders: 0, refused: 0, sums: new Map<string, bigint>() };
    customers.set(order.customer_id, known);
    known.last = order;
    known.orders += 1;
    if (order.state === 'declined' || order.state === 'cancelled') known.refused += 1;
    else for (const { minor, currency } of sumOrder(reader, order.id).totals) known.sums.set(currency, (known.sums.get(currency) ?? 0n) + minor);
  }
  const rows = [...customers].flatMap(([id, { last, first, orders: count, refused, sums }]): Cell[][] => {
    const kept = reader.customers.get(id);
    const facts = [kept?.fulfilment ?? null, kept?.address ?? null, kept?.language ?? null];
    return (sums.size === 0 ? [null] : [...sums]).map((sum) => [
      last.name,
      last.username,
      phoneOf(last),
      count,
      refused,
      sum && decimal(sum[1], sum[0]),
      sum && sum[0],
      first.business_day,
      last.business_day,
      ...facts,
    ]);
  });
  const columns = ['customer', 'username', 'phone', 'orders', 'declined_or_cancelled', 'ordered_total', 'currency', 'first_day', 'last_day'];
  return { columns: [...columns, 'fulfilment', 'address', 'language'], rows };
}
