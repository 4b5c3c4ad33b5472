import { businessDay } from '../../shared/domain/business-day.ts';
import { nationalSpellings } from '../../shared/domain/country-code.ts';
import { cleanName, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import type { Fulfilment } from '../../shared/domain/order.ts';
import { readAmount } from '../../shared/domain/read-amount.ts';
import { readPhone } from '../../shared/domain/read-phone.ts';
import { totalsOf } from '../../shared/domain/money.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { NEVER_SEEN } from '../store/customers.ts';
import type { Store } from '../store/open-store.ts';
import type { NewLine } from '../store/orders.ts';
import { rememberFulfilment } from '../store/remember-fulfilment.ts';
import type { ExtraInput } from './change-extras.ts';
import type { EditDeps } from './edit-order.ts';

export type MakeInput = {
  requestId: string;
  customer: { conversationId: number } | { name: string; phone: string };
  lines: readonly { catalogId: string; retailerId: string; quantity: number; price: string; currency: string }[];
  extras: readonly ExtraInput[];
  note: string;
  kind: Fulfilment | null;
  address: string;
  promisedAt: number | null;
};
export type MakeDeps = EditDeps & {
  day: () => { timeZone: string; businessDayStart: number };
  /** True where an order that is accepted from the start asks for its ticket. */
  printsTicket: () => boolean;
};

/**
 * Makes an order by hand, for a chat's customer or for somebody on the telephone: accepted from the start, so it never rings. The same
 * `requestId` again gives the first one's order.
 */
export function makeOrder(deps: MakeDeps, input: MakeInput): { ok: true; orderId: number } | Refused {
  const { store } = deps;
  const made = store.transaction((): { ok: true; orderId: number; fresh: boolean } | Refused => {
    const known = store.orders.byRequestId(input.requestId);
    if (known) return { ok: true, orderId: known.id, fresh: false };
    const [catalogId = ''] = input.lines.map((line) => line.catalogId);
    const lines = input.lines.map((line) => readLine(line, catalogId));
    const extras = input.extras.map((extra) => ({ ...extra, minor: readAmount(extra.amount, extra.currency) }));
    if (lines.some((line) => line.unitMinor === null) || extras.some(({ minor }) => minor === null)) return { ok: false, reason: 'bad-amount' };
    const priced = lines.map(({ unitMinor, quantity, currency }) => ({ unitMinor, quantity, currency }));
    const { totals } = totalsOf(
      priced,
      extras.map(({ kind, minor, currency }) => ({ kind, minor: BigInt(minor ?? 0), currency })),
    );
    if (totals.some(({ minor }) => minor < 0n)) return { ok: false, reason: 'discount-too-high' };
    if (lines.length + extras.length === 0 && input.note.trim() === '') return { ok: false, reason: 'empty-text' };
    const at = deps.now();
    const whose = findCustomer(store, input.customer);
    if (!whose) return { ok: false, reason: 'not-found' };
    const orderId = store.orders.insert({
      ...whose.of,
      businessDay: businessDay(at, deps.day().timeZone, deps.day().businessDayStart),
      messageWamid: null,
      requestId: input.requestId,
      placedAt: at,
      receivedAt: at,
      note: [input.note.trim(), whose.note].filter((text) => text !== '').join('\n') || null,
      catalogId,
      quiet: false,
      rehearsal: false,
      lines,
    });
    store.orders.move(orderId, 'new', 'accepted', at);
    store.orderHistory.add(orderId, { at, who: 'operator', what: 'made', from: null, to: 'accepted' });
    for (const { kind, label, minor, currency } of extras) {
      if (minor !== null) store.orderExtras.add({ order_id: orderId, kind, label: label.trim(), minor, currency });
    }
    if (input.promisedAt !== null) {
      store.orders.setPromised(orderId, input.promisedAt);
      store.orderHistory.add(orderId, { at, who: 'operator', what: 'promised', from: 'accepted', to: 'accepted', detail: { at: input.promisedAt } });
    }
    if (deps.printsTicket()) store.printJobs.add({ kind: 'ticket', orderId }, at);
    fulfil(store, orderId, whose.of.customerId, { kind: input.kind, address: input.address.trim() || null, at });
    return { ok: true, orderId, fresh: true };
  });
  if (!made.ok) return made;
  if (made.fresh) deps.publish([{ kind: 'order', orderId: made.orderId }]);
  return { ok: true, orderId: made.orderId };
}

function readLine(line: MakeInput['lines'][number], catalogId: string): NewLine {
  return {
    retailerId: line.retailerId,
    quantity: line.quantity,
    quantityRaw: String(line.quantity),
    unitMinor: readAmount(line.price, line.currency),
    currency: line.currency,
    unitRaw: line.price.trim().replace(',', '.'),
    catalogId: line.catalogId === catalogId ? null : line.catalogId,
  };
}

type Whose = { of: { customerId: number; conversationId: number | null }; note: string };

/** By a number that tells its country the customer is the same when they write later; another number stands in the order's note. */
function findCustomer(store: Store, given: MakeInput['customer']): Whose | null {
  if ('conversationId' in given) {
    const conversation = store.conversations.get(given.conversationId);
    return conversation && { of: { customerId: conversation.customer_id, conversationId: conversation.id }, note: '' };
  }
  const phone = readPhone(given.phone);
  const national = knownByNationalNumber(store, given.phone);
  const customerId = national ?? store.customers.resolve(phone === null ? [] : [{ kind: 'wa_id', value: phone }], NEVER_SEEN).id;
  const name = cleanName(given.name);
  // Older than any name that WhatsApp tells, so that theirs comes to stand.
  if (name !== '' && !store.customers.get(customerId)?.name) store.customers.name(customerId, name, null, 0);
  const number = phone === null && national === null ? given.phone.trim() : '';
  return { of: { customerId, conversationId: store.conversations.newestOf(customerId) }, note: number === '' ? '' : `☎ ${number}` };
}

/** Who is known by a number that was typed as the shop's own country writes it; null where that is nobody, or might be two. */
function knownByNationalNumber(store: Store, typed: string): number | null {
  const shopNumber = store.webhookLog.shopNumber();
  const spellings = shopNumber === null ? [] : nationalSpellings(typed, normaliseWaId(shopNumber));
  const known = new Set(spellings.flatMap((value) => store.customers.find({ kind: 'wa_id', value }) ?? []));
  const [one, ...others] = known;
  return one !== undefined && others.length === 0 ? one : null;
}

type Delivery = { kind: Fulfilment | null; address: string | null; at: number };

function fulfil(store: Store, orderId: number, customerId: number, { kind, address, at }: Delivery): void {
  if (kind === null && address === null) return;
  store.orders.setFulfilment(orderId, kind, address, null);
  rememberFulfilment(store, customerId, kind, address, null);
  store.orderHistory.add(orderId, { at, who: 'operator', what: 'fulfilment', from: 'accepted', to: 'accepted', detail: { kind, address } });
}
