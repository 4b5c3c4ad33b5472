import type { DayBookView } from '../../shared/contract/day-book.ts';
import { daysUpTo, hoursOfBusinessDay } from '../../shared/domain/hours-of-day.ts';
import type { Money } from '../../shared/domain/money.ts';
import { ORDER_STATES, PAYMENT_METHODS } from '../../shared/domain/order.ts';
import type { ArticleAmount, CountedOrder, DayAmount, DayBookStore } from '../store/day-book.ts';

export type DayBookQuestion = {
  /** YYYY-MM-DD, the business day asked for and the one that runs now. */
  day: string;
  today: string;
  /** IANA name. */
  timeZone: string;
  /** 0 to 23 */
  businessDayStart: number;
};

const BEST = 20;

/** One business day's figures; sums of money are exact however large they grow. */
export function viewDayBook(store: DayBookStore, question: DayBookQuestion): DayBookView {
  const { day, today } = question;
  const orders = store.orders(day);
  const days = daysUpTo(day, 30);
  const amounts = store.amounts(days[0] ?? day, day);
  const ofDay = amounts.filter((amount) => amount.day === day);
  const perDay = new Map(store.ordersPerDay(days[0] ?? day, day).map((row) => [row.day, row.orders]));
  const amountsPerDay = groupBy(amounts, (amount) => amount.day);
  return {
    day,
    today,
    firstDay: store.firstDay(),
    orders: orders.length,
    byState: ORDER_STATES.map((state) => ({ state, orders: orders.filter((order) => order.state === state).length })),
    turnover: sumUp(ofDay),
    unclear: store.unclear(day),
    paid: [...PAYMENT_METHODS, null]
      .map((method) => ({
        method,
        orders: orders.filter((order) => order.paid_by === method && order.state !== 'declined' && order.state !== 'cancelled').length,
        totals: sumUp(ofDay.filter((amount) => amount.paid_by === method)),
      }))
      .filter((paid) => paid.orders > 0),
    averageTakeMs: average(orders.map(takeMs)),
    averageFinishMs: average(orders.map(finishMs)),
    best: bestOf(store.articles(day)),
    asked: askedOn(store, question, days[0] ?? day),
    refused: store.refused(day),
    byHour: countByHour(orders, question),
    last30: days.map((one) => ({ day: one, orders: perDay.get(one) ?? 0, turnover: sumUp(amountsPerDay.get(one) ?? []) })),
  };
}

/** One sum per currency, the one that most amounts are in first. */
function sumUp(amounts: readonly Pick<DayAmount, 'currency' | 'minor' | 'quantity' | 'times'>[]): Money[] {
  const sums = new Map<string, { minor: bigint; times: number }>();
  for (const { currency, minor, quantity, times } of amounts) {
    const sum = sums.get(currency) ?? { minor: 0n, times: 0 };
    sums.set(currency, { minor: sum.minor + BigInt(minor) * BigInt(quantity) * BigInt(times), times: sum.times + times });
  }
  return [...sums]
    .toSorted(([a, { times: timesOfA }], [b, { times: timesOfB }]) => timesOfB - timesOfA || (a < b ? -1 : 1))
    .map(([currency, { minor }]) => ({ minor, currency }));
}

/** How long it rang until it was taken; nothing for what never rang: orders found by reading again, and those made by hand. */
function takeMs({ accepted_at: at, rings_from: from, quiet, by_hand: byHand }: CountedOrder): number | null {
  return at === null || quiet === 1 || byHand === 1 ? null : Math.max(0, at - from);
}

function finishMs({ state, accepted_at: from, closed_at: to }: CountedOrder): number | null {
  return state !== 'completed' || from === null || to === null ? null : Math.max(0, to - from);
}

function average(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.round(known.reduce((sum, value) => sum + value, 0) / known.length);
}

function bestOf(amounts: readonly ArticleAmount[]): DayBookView['best'] {
  const articles = groupBy(amounts, ({ catalog_id, retailer_id }) => JSON.stringify([catalog_id, retailer_id]));
  return [...articles.values()]
    .map((rows) => ({
      catalogId: rows[0]?.catalog_id ?? '',
      retailerId: rows[0]?.retailer_id ?? '',
      name: rows[0]?.name ?? null,
      quantity: rows.reduce((sum, row) => sum + BigInt(row.quantity) * BigInt(row.times), 0n),
      totals: sumUp(rows.flatMap(({ currency, minor, ...row }) => (currency === null || minor === null ? [] : [{ ...row, currency, minor }]))),
    }))
    .toSorted((a, b) => (a.quantity === b.quantity ? (a.retailerId < b.retailerId ? -1 : 1) : a.quantity > b.quantity ? -1 : 1))
    .slice(0, BEST);
}

/** By WhatsApp's own time: a question that came late was asked all the same when it was. */
function askedOn(store: DayBookStore, { day, timeZone, businessDayStart }: DayBookQuestion, first: string): DayBookView['asked'] {
  const hours = hoursOfBusinessDay(day, timeZone, businessDayStart);
  const from = hours[0]?.from;
  const to = hours.at(-1)?.to;
  // A day that the calendar of that zone left out.
  if (from === undefined || to === undefined) return [];
  const from30 = hoursOfBusinessDay(first, timeZone, businessDayStart)[0]?.from ?? from;
  return store
    .asked(from, from30, to)
    .map(({ catalog_id: catalogId, retailer_id: retailerId, name, times, times30 }) => ({ catalogId, retailerId, name, times, times30 }));
}

/** By the moment of arrival, which the business day goes by too. */
function countByHour(orders: readonly CountedOrder[], { day, timeZone, businessDayStart }: DayBookQuestion): DayBookView['byHour'] {
  const hours = hoursOfBusinessDay(day, timeZone, businessDayStart).map((hour) => ({ ...hour, orders: 0 }));
  for (const { arrived_at: at } of orders) {
    // Where the shop's time zone was changed since, the moment may lie outside of the day that the order was counted to.
    const hour = hours.find(({ from, to }) => at >= from && at < to) ?? (at < (hours[0]?.from ?? 0) ? hours[0] : hours.at(-1));
    if (hour) hour.orders += 1;
  }
  return hours.map(({ hour, orders: n }) => ({ hour, orders: n }));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
