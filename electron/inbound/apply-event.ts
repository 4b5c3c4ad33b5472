import type { News } from '../../shared/contract/live.ts';
import type { Alias } from '../../shared/domain/customer-identity.ts';
import { businessDay } from '../../shared/domain/business-day.ts';
import { cameLate } from '../../shared/domain/late.ts';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';
import { applyTick } from '../store/apply-tick.ts';
import type { MessageRow } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { answerAutomatically, type AutoAnswer, isAnswerable } from './answer-automatically.ts';
import { deleteMessage } from '../store/delete-message.ts';
import { refreshEdited } from '../store/fold-message.ts';
import { readContent } from '../store/stored-content.ts';
import { applyAnswer } from './apply-answer.ts';
import { opensWindow, rareOf, repeated, settle, shopWrote, wantFile } from './settle-message.ts';
import { joinCustomers } from './join-customers.ts';
import type { InboundEvent, InboundMessageEvent, InboundOrder, TickEvent } from './inbound-event.ts';

/** What the reading of one body needs to know of the moment it is read in. */
export type Arrival = {
  logId: number;
  receivedAt: number;
  /** Of a body that is read again: the moment that it is read in. Left out: it is read as it arrives. */
  now?: number;
  /** How far our clock is ahead of Meta's, ms. */
  clockSkew: number;
  timeZone: string;
  businessDayStart: number;
  /** Whether this shop's own key made that wamid. */
  isRehearsal: (wamid: string) => boolean;
  /** A new order's ticket is asked for at once. */
  printsOrders?: boolean;
  /** What answers by itself now; left out where nothing does. */
  autoAnswer?: AutoAnswer | null;
  /** Nothing is kept of what a customer deletes. */
  removesDeleted?: boolean;
  /** Read again from the log: nothing rings, and what a person did stays. */
  again: boolean;
  /** Out of a file of old bodies, or the phone's history: orders belong to the day on which they were placed, and old ones are over. */
  imported?: boolean;
};

/** A product's name and price are asked for again when they are older than this. */
const PRODUCT_STALE_MS = 6 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Brings one event into memory, inside the caller's transaction, and returns what changed by it. */
export function applyEvent(store: Store, event: InboundEvent, arrival: Arrival): News[] {
  // What is older than their erasure stays away, whoever brings it again.
  if ('aliases' in event && store.erasedAliases.any()) {
    const at = (event.kind === 'message' ? event.sentAt : event.at) ?? arrival.receivedAt;
    if (store.erasedAliases.covers(event.aliases, at)) {
      store.erasures.cutArrival(arrival.logId, event.aliases);
      return [];
    }
  }
  switch (event.kind) {
    case 'message':
      return applyMessage(store, event, arrival);
    case 'tick':
      if (store.erasedAliases.any() && isOfErased(store, event)) {
        store.erasures.cutArrival(arrival.logId, event.recipient);
        return [];
      }
      return applyTick(store, { ...event, at: event.at ?? arrival.receivedAt });
    case 'deleted': {
      const message = deleteMessage(store, { ...event, at: event.at ?? arrival.receivedAt }, arrival.removesDeleted === true);
      return message ? [{ kind: 'message', conversationId: message.conversation_id, messageId: message.id }] : [];
    }
    case 'phone-name':
      store.customers.nameFromPhone(event.aliases, event.name);
      return [{ kind: 'connection' }];
    case 'aliases':
      return applyAliases(store, event.aliases, event.at ?? arrival.receivedAt);
    case 'meta-test':
      store.facts.set('meta_test_at', String(Math.max(arrival.receivedAt, Number(store.facts.get('meta_test_at') ?? 0))));
      return [{ kind: 'connection' }];
  }
}

/** A message that was erased is ticked for weeks. One of theirs since they came back is known here, or they are. */
function isOfErased(store: Store, { wamid, callbackId, recipient }: TickEvent): boolean {
  if (!store.erasedAliases.covers(recipient, 0) || recipient.some((alias) => store.customers.find(alias) !== null)) return false;
  return store.messages.byWamid(wamid) === null && (callbackId === null || store.messages.byCallbackId(callbackId) === null);
}

/** A number or an id gave way to another: whoever shows this customer asks again. */
function applyAliases(store: Store, aliases: readonly Alias[], at: number): News[] {
  const customer = store.customers.resolve(aliases, at, true);
  return joinCustomers(store, { ...customer, first: true });
}

function applyMessage(store: Store, event: InboundMessageEvent, arrival: Arrival): News[] {
  const known = arrival.again ? store.messages.byWamid(event.wamid) : null;
  const quiet = arrival.again || event.history;
  if (known) return readAgain(store, known, event, arrival);
  const sentAt = plausible(event.sentAt, arrival.receivedAt);
  const customer = store.customers.resolve(event.aliases, sentAt);
  store.customers.name(customer.id, event.name, event.username, sentAt);
  const rehearsal = arrival.isRehearsal(event.wamid);
  const number = numberOf(event.phoneNumberId, rehearsal);
  const conversationId = opensWindow(event)
    ? store.conversations.customerWrote(customer.id, number, sentAt)
    : store.conversations.happened(customer.id, number, sentAt);
  const { content, product } = event;
  const messageId = store.messages.insertInbound({
    wamid: event.wamid,
    conversationId,
    type: event.type,
    sentAt,
    receivedAt: arrival.receivedAt,
    late: !event.history && event.direction === 'in' && cameLate(sentAt, arrival.receivedAt, arrival.clockSkew),
    content: content.kind === 'order' ? { kind: 'order' } : content,
    contextWamid: event.contextWamid,
    product,
    logId: arrival.logId,
    ...rareOf(event),
  });
  // A repeated delivery: all of it is known.
  if (messageId === null) return [...repeated(store, event, arrival), ...joinCustomers(store, customer)];
  if (event.media) wantFile(store, messageId, event.media, sentAt, arrival);
  if (product) store.products.want(product.catalogId, product.retailerId, arrival.receivedAt, arrival.receivedAt - PRODUCT_STALE_MS);
  const orderId =
    content.kind === 'order' && event.direction === 'in'
      ? placeOrder(
          store,
          content.order,
          { wamid: event.wamid, customerId: customer.id, conversationId, placedAt: sentAt, rehearsal },
          { ...arrival, again: quiet, imported: arrival.imported === true || event.history },
        )
      : null;
  const news: News[] = [{ kind: 'message', conversationId, messageId }];
  if (orderId !== null) news.push({ kind: 'order', orderId });
  if (event.direction === 'out') return [...news, ...shopWrote(store, event, conversationId, sentAt), ...settle(store, messageId, event, arrival).news];
  if (event.groupId === null) news.push(...applyAnswer(store, event, { customerId: customer.id, sentAt, clockSkew: arrival.clockSkew }));
  const { folded, news: more } = settle(store, messageId, event, arrival);
  news.push(...more);
  if (arrival.autoAnswer && !quiet && event.groupId === null && !folded && !rehearsal && isAnswerable(event.type)) {
    const { receivedAt, timeZone, businessDayStart } = arrival;
    news.push(
      ...answerAutomatically(store, arrival.autoAnswer, { conversationId, customerId: customer.id, messageId, sentAt, receivedAt, timeZone, businessDayStart }),
    );
  }
  news.push(...joinCustomers(store, customer));
  if (!quiet && !folded) news.push({ kind: 'arrived', what: orderId === null ? 'message' : 'order', conversationId, messageId, orderId });
  return news;
}

/** WhatsApp's time, unless it is missing or lies so far ahead that it would keep the service window open by itself. */
function plausible(sentAt: number | null, receivedAt: number): number {
  return sentAt === null || sentAt > receivedAt + DAY_MS ? receivedAt : sentAt;
}

/** A rehearsal is kept apart from every number of Meta's; and nothing else is kept there, whatever it names. */
function numberOf(phoneNumberId: string, rehearsal: boolean): string {
  if (rehearsal) return REHEARSAL_NUMBER;
  return phoneNumberId === REHEARSAL_NUMBER ? 'unnamed' : phoneNumberId;
}

type Placed = { wamid: string; customerId: number; conversationId: number; placedAt: number; rehearsal: boolean };

function placeOrder(store: Store, order: InboundOrder, placed: Placed, arrival: Arrival): number {
  // Of a rehearsal's article no catalogue knows anything.
  for (const line of placed.rehearsal ? [] : order.lines)
    store.products.want(order.catalogId, line.retailerId, arrival.receivedAt, arrival.receivedAt - PRODUCT_STALE_MS);
  const orderId = store.orders.insert({
    businessDay: businessDay(arrival.imported === true ? placed.placedAt : arrival.receivedAt, arrival.timeZone, arrival.businessDayStart),
    messageWamid: placed.wamid,
    customerId: placed.customerId,
    conversationId: placed.conversationId,
    placedAt: placed.placedAt,
    receivedAt: arrival.receivedAt,
    note: order.note,
    catalogId: order.catalogId,
    quiet: arrival.again,
    rehearsal: placed.rehearsal,
    lines: order.lines,
  });
  store.orderHistory.add(orderId, { at: placed.placedAt, who: 'customer', what: 'state', from: null, to: 'new' });
  if (arrival.imported === true && arrival.receivedAt - placed.placedAt > DAY_MS && store.orders.move(orderId, 'new', 'completed', placed.placedAt))
    store.orderHistory.add(orderId, { at: placed.placedAt, who: 'program', what: 'state', from: 'new', to: 'completed' });
  if (arrival.printsOrders === true && !arrival.again) store.printJobs.add({ kind: 'ticket', orderId }, arrival.receivedAt);
  return orderId;
}

/** A message that an older reader stored as a card becomes what it is; an order that was hidden in it is placed now, quietly. */
function readAgain(store: Store, stored: MessageRow, event: InboundMessageEvent, arrival: Arrival): News[] {
  const was = readContent(stored.content).kind;
  if (stored.direction === 'out' || was === 'removed' || event.direction === 'out') return [];
  const { id } = stored;
  const { content, product } = event;
  const storedContent = content.kind === 'order' ? { kind: 'order' as const } : content;
  store.messages.readAgain(id, {
    type: event.type,
    content: storedContent,
    product,
    contextWamid: event.contextWamid,
    logId: arrival.logId,
    ...rareOf(event),
  });
  if (product) store.products.want(product.catalogId, product.retailerId, arrival.receivedAt, arrival.receivedAt - PRODUCT_STALE_MS);
  if (store.messageEdits.setOriginal(event.wamid, JSON.stringify(storedContent))) refreshEdited(store, id, event.wamid);
  if (event.media) wantFile(store, id, event.media, stored.sent_at, arrival);
  const news: News[] = [{ kind: 'message', conversationId: stored.conversation_id, messageId: id }, ...settle(store, id, event, arrival).news];
  if (content.kind === 'order' && !store.orders.byWamid(event.wamid)) {
    const conversation = store.conversations.get(stored.conversation_id);
    if (conversation)
      news.push({
        kind: 'order',
        orderId: placeOrder(
          store,
          content.order,
          {
            wamid: event.wamid,
            customerId: conversation.customer_id,
            conversationId: conversation.id,
            placedAt: stored.sent_at,
            rehearsal: arrival.isRehearsal(event.wamid),
          },
          arrival,
        ),
      });
  }
  return news;
}
