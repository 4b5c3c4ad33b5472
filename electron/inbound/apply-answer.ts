import type { News } from '../../shared/contract/live.ts';
import { type AskAnswer, readButtonId } from '../../shared/domain/ask-token.ts';
import { isCoordinates } from '../../shared/domain/coordinates.ts';
import { isClosed } from '../../shared/domain/order.ts';
import type { Store } from '../store/open-store.ts';
import type { AskRow } from '../store/order-asks.ts';
import type { OrderRow } from '../store/orders.ts';
import { rememberFulfilment } from '../store/remember-fulfilment.ts';
import { answerRevision } from './answer-revision.ts';
import type { InboundMessageEvent } from './inbound-event.ts';

/** Who answers, and when; `clockSkew`: how far our clock is ahead of Meta's, ms. */
export type Answering = { customerId: number; sentAt: number; clockSkew: number };

/**
 * Lets a customer's answer change the order that it is about: a button of ours, or a place sent after a question for the address. Of
 * several answers to one question the first by WhatsApp's time counts, so that the order of arrival does not matter; what a person has
 * settled, an order that has come to its end, and somebody else's answer change nothing. Returns what changed by it.
 */
export function applyAnswer(store: Store, event: InboundMessageEvent, answering: Answering): News[] {
  const answer = answerOf(store, event, answering);
  const order = answer && store.orders.get(answer.ask.order_id);
  if (!answer || !order || order.customer_id !== answering.customerId || isClosed(order.state)) return [];
  const { ask, change } = answer;
  if (!counts(ask, answering.sentAt, event.wamid)) return [];
  store.orderAsks.answer(ask.id, answering.sentAt, event.wamid);
  change(order);
  return [{ kind: 'order', orderId: order.id }];
}

/** The first answer by WhatsApp's time, of one second the lesser id. Null as its message: a person has settled it. */
function counts(ask: AskRow, at: number, wamid: string): boolean {
  if (ask.answered_at === null) return true;
  if (ask.answer_wamid === null) return false;
  return at < ask.answered_at || (at === ask.answered_at && wamid < ask.answer_wamid);
}

type Answer = { ask: AskRow; change: (order: OrderRow) => void };

function answerOf(store: Store, event: InboundMessageEvent, answering: Answering): Answer | null {
  const pressed = event.buttonId === null ? null : readButtonId(event.buttonId);
  if (pressed) {
    const ask = store.orderAsks.byToken(pressed.token);
    return ask && { ask, change: (order) => changeByButton(store, order, ask, pressed.answer, answering.sentAt) };
  }
  const place = placeOf(event);
  const ask = place && addressAsk(store, event.contextWamid, answering);
  return ask && { ask, change: (order) => changePlace(store, order, ask, place, answering.sentAt) };
}

function changeByButton(store: Store, order: OrderRow, ask: AskRow, answer: AskAnswer, at: number): void {
  if (answer === 'accept' || answer === 'decline') {
    if (ask.what === 'revision' && ask.revision_id !== null) answerRevision(store, order, ask.revision_id, answer, at);
    return;
  }
  // Asked once more, and answered there: the newer question's answer stands.
  const newer = store.orderAsks.of(order.id).some(({ what, id, answered_at }) => what === ask.what && id > ask.id && answered_at !== null);
  if (ask.what === 'fulfilment' && !newer) setFulfilment(store, order, { ...order, fulfilment: answer }, at);
}

/** As long as an address that a person may enter. */
const ADDRESS_LIMIT = 1000;

type Place = { coordinates: string; address: string | null };

function placeOf({ content }: InboundMessageEvent): Place | null {
  if (content.kind !== 'location') return null;
  const coordinates = `${content.latitude}, ${content.longitude}`;
  const words = [content.name, content.address].filter((part) => part !== null);
  if (!isCoordinates(coordinates)) return null;
  return { coordinates, address: words.length > 0 ? [...new Set(words)].join(', ').slice(0, ADDRESS_LIMIT) : null };
}

/** The question that a place answers: the one that it quotes, else the newest that this customer was asked before it. */
function addressAsk(store: Store, contextWamid: string | null, { customerId, sentAt, clockSkew }: Answering): AskRow | null {
  let quoted = contextWamid === null ? null : store.messages.byWamid(contextWamid);
  // A question that was sent again stands at its newest message.
  while (quoted && quoted.sent_again_as !== null) quoted = store.messages.get(quoted.sent_again_as);
  const ask = quoted && store.orderAsks.byMessage(quoted.id);
  if (ask?.what === 'address') return ask;
  // Meta's times are whole seconds, cut off.
  return store.orderAsks.newestAddressAsk(customerId, sentAt + clockSkew + 1_000);
}

function changePlace(store: Store, order: OrderRow, ask: AskRow, { coordinates, address }: Place, at: number): void {
  // Words that were there before stay beside a bare place; those of a place that came later and counts no more do not.
  const words = address ?? (ask.answered_at === null ? order.address : null);
  setFulfilment(store, order, { fulfilment: order.fulfilment ?? 'delivery', address: words, coordinates }, at);
}

function setFulfilment(store: Store, order: OrderRow, to: Pick<OrderRow, 'fulfilment' | 'address' | 'coordinates'>, at: number): void {
  const { fulfilment: kind, address, coordinates } = to;
  if (order.fulfilment === kind && order.address === address && order.coordinates === coordinates) return;
  store.orders.setFulfilment(order.id, kind, address, coordinates);
  rememberFulfilment(store, order.customer_id, kind, address, coordinates);
  store.orderHistory.add(order.id, { at, who: 'customer', what: 'fulfilment', from: order.state, to: order.state, detail: { kind, address } });
}
