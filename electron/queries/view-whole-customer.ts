import type { CustomerView } from '../../shared/contract/customers.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import { readTags } from '../store/customers.ts';
import type { Reader } from '../store/open-reader.ts';
import type { OrderRow } from '../store/orders.ts';
import { sumLines } from '../store/sum-lines.ts';
import { briefOf } from './view-customer.ts';
import { viewProduct } from './view-product.ts';

export type CustomerQuestion = { customerId: number; now: number; canCall: boolean };
type Rooms = Pick<Reader, 'customers' | 'customerFacts' | 'orders' | 'orderExtras' | 'products'>;

const LISTED = 20;

/** Everything about one customer as the page shows it; null where there is none, or all about them was erased. */
export function viewWholeCustomer(reader: Rooms, { customerId, now, canCall }: CustomerQuestion): CustomerView | null {
  const row = reader.customers.get(customerId);
  if (!row || row.erased_at !== null) return null;
  const { customerFacts: facts } = reader;
  const conversations = facts.conversations(customerId);
  const messages = facts.messages(customerId);
  const orders = facts.orders(customerId);
  const sum = (order: OrderRow) => sumLines(reader.orders.lines(order.id), reader.orderExtras.of(order.id));
  return {
    customer: briefOf(customerId, row),
    profileName: row.name,
    called: row.called ?? '',
    note: row.note ?? '',
    tags: readTags(row),
    language: row.language,
    blockedAt: row.blocked_at,
    blockTrouble: blockTrouble(row, conversations, { now, canCall }),
    aliases: facts.aliases(customerId).map(({ kind, value, seen_at: seenAt }) => ({ kind, value, seenAt })),
    firstAt: messages.first,
    lastAt: messages.last,
    messages: messages.n,
    conversations: conversations.map(({ id, phone_number_id: phoneNumberId, last_at: lastAt }) => ({ id, phoneNumberId, lastAt })),
    fulfilment: { kind: row.fulfilment, address: row.address },
    orders: orders.slice(0, LISTED).map((order) => {
      const { totals, unclear } = sum(order);
      return { orderId: order.id, number: order.number, businessDay: order.business_day, placedAt: order.placed_at, state: order.state, totals, unclear };
    }),
    orderCount: orders.length,
    spent: addUp(orders.filter(({ state }) => state !== 'declined' && state !== 'cancelled').flatMap((order) => sum(order).totals)),
    asked: facts.asked(customerId).map((one) => ({ product: viewProduct(reader, one.catalog_id, one.retailer_id), times: one.times, lastAt: one.last_at })),
  };
}

/** One sum per currency. */
function addUp(totals: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { minor, currency } of totals) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}

/** Meta blocks only who wrote within the last 24 hours; it unblocks at any time. */
export function blockTrouble(
  row: { phone: string | null; userId: string | null; blocked_at: number | null },
  conversations: readonly { last_inbound_at: number | null }[],
  { now, canCall }: { now: number; canCall: boolean },
): Reason | null {
  if (!canCall) return 'not-configured';
  if (row.phone === null && row.userId === null) return 'customer-unknown';
  if (conversations.length === 0) return 'no-chat';
  const open = conversations.some((conversation) => serviceWindow(conversation.last_inbound_at, now).state === 'open');
  return row.blocked_at !== null || open ? null : 'block-refused';
}
