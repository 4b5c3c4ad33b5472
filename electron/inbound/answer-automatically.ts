import type { News } from '../../shared/contract/live.ts';
import { businessDay } from '../../shared/domain/business-day.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { AutoAnswerKind } from '../store/auto-answers.ts';
import type { Store } from '../store/open-store.ts';

/** What answers by itself now, and in which words for whom; null where nothing does. Given by the settings and the clock. */
export type AutoAnswer = {
  kind: AutoAnswerKind;
  text: (customer: { name: string; language: string | null }) => string;
  /** A UUID: our own id of the answer. */
  newId: () => string;
};

/** What asks for no answer: a reaction or a change is about another message, and what WhatsApp tells by itself (a payment, a number) nobody wrote. */
const SILENT: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke', 'system', 'request_welcome', 'payment']);

/** Whether a message of this type of Meta's may be answered by itself. */
export function isAnswerable(type: string): boolean {
  return !SILENT.has(type);
}

export type Answerable = {
  conversationId: number;
  customerId: number;
  messageId: number;
  sentAt: number;
  receivedAt: number;
  timeZone: string;
  businessDayStart: number;
};

/**
 * Answers an arrival by itself, inside its transaction: a row in the outbox, once per customer and business day of each kind; the greeting only with the
 * day's first message. What came too late for the window, or from a number that nothing can be sent to, is not answered.
 */
export function answerAutomatically(store: Store, auto: AutoAnswer, arrival: Answerable): News[] {
  const { conversationId, customerId, messageId, sentAt, receivedAt, timeZone, businessDayStart } = arrival;
  const day = businessDay(receivedAt, timeZone, businessDayStart);
  if (store.autoAnswers.isGiven(customerId, auto.kind, day)) return [];
  // Whoever has written today already needs no greeting; nobody looks back further than a day.
  const sameDay = (at: number) => businessDay(at, timeZone, businessDayStart) === day;
  if (auto.kind === 'greeting' && (!sameDay(sentAt) || store.autoAnswers.wroteSince(customerId, messageId, startOfDay(sentAt, sameDay)))) return [];
  if (serviceWindow(sentAt, receivedAt).state !== 'open') return [];
  const customer = store.customers.get(customerId);
  if (!customer || (customer.phone === null && customer.userId === null)) return [];
  const name = customer.name || (customer.username ? `@${customer.username}` : '');
  const body = auto.text({ name, language: customer.language });
  if (body.trim() === '') return [];
  const answerId = store.messages.insertOutgoing({
    conversationId,
    type: 'text',
    sentAt: receivedAt,
    content: { kind: 'text', body },
    contextWamid: null,
    callbackId: auto.newId(),
  });
  store.autoAnswers.add(customerId, auto.kind, day, answerId);
  store.outbox.add(answerId, conversationId, receivedAt);
  return [{ kind: 'message', conversationId, messageId: answerId }];
}

const QUARTER_HOUR_MS = 15 * 60 * 1000;

function startOfDay(at: number, sameDay: (at: number) => boolean): number {
  let start = at - (at % QUARTER_HOUR_MS);
  while (sameDay(start - QUARTER_HOUR_MS)) start -= QUARTER_HOUR_MS;
  return start;
}
