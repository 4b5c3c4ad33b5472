import type { ChatFilter, ConversationView } from '../../shared/contract/chats.ts';
import { SERVICE_WINDOW_MARGIN_MS, SERVICE_WINDOW_MS, serviceWindow } from '../../shared/domain/service-window.ts';
import type { ChatMoment } from '../store/chat-list.ts';
import type { ListedConversation } from '../store/conversations.ts';
import { readTags } from '../store/customers.ts';
import type { Store } from '../store/open-store.ts';
import { briefOf } from './view-customer.ts';
import { viewMessage } from './view-message.ts';
import { viewProduct } from './view-product.ts';

/** What the list of chats needs to know beside the memory. */
export type ChatSetting = {
  now: number;
  /** How long before its end a window counts as closing, ms; 0: as two hours. */
  warnBefore: number;
  /** What customers are written to in where nothing else was chosen for them, ISO 639. */
  shopLanguage: string;
};

const PER_PAGE = 100;
/** Who asked longer ago and was not answered does not wait any more; free text ended six days before. */
const QUESTION_MS = 7 * 24 * 60 * 60 * 1000;
const THREAD_PAGE = 60;
const TWO_HOURS_MS = 2 * 60 * 60 * 1000;

export function viewConversation(store: Store, row: ListedConversation, { now, shopLanguage }: Omit<ChatSetting, 'warnBefore'>): ConversationView {
  const [last] = store.threads.before(row.id, null, 1);
  const question = store.messages.lastQuestion(row.id);
  const customer = store.customers.get(row.customer_id);
  return {
    id: row.id,
    customer: briefOf(row.customer_id, customer),
    phoneNumberId: row.phone_number_id,
    window: serviceWindow(row.last_inbound_at, now),
    unread: row.unread,
    lastAt: row.last_at,
    last: last ? viewMessage(store, last) : null,
    unansweredSince: store.chatList.waitsSince(row.id),
    questionSince: store.chatList.questionSince(row.id),
    asked: question?.retailer_id ? viewProduct(store, question.catalog_id ?? '', question.retailer_id) : null,
    askedMessageId: question?.id ?? null,
    askedAt: question?.sent_at ?? null,
    language: customer?.language ?? shopLanguage,
    tags: readTags(customer),
    blocked: (customer?.blocked_at ?? null) !== null,
    draft: row.draft ?? '',
    failed: store.chatList.failedIn(row.id),
  };
}

/** A page of conversations, newest first. */
export function listConversations(store: Store, filter: ChatFilter, before: { lastAt: number; id: number } | null, setting: ChatSetting) {
  const moment = momentOf(setting);
  const rows = store.chatList.page(filter, before, moment, PER_PAGE + 1);
  const counts = store.chatList.counts(moment);
  return {
    conversations: rows.slice(0, PER_PAGE).map((row) => viewConversation(store, row, setting)),
    // Windows that close are not turned over: their order is not that of the pages.
    more: rows.length > PER_PAGE && filter !== 'closing',
    unreadConversations: counts.unread,
    questions: counts.questions,
    counts,
  };
}

function momentOf({ now, warnBefore }: ChatSetting): ChatMoment {
  const end = SERVICE_WINDOW_MS - SERVICE_WINDOW_MARGIN_MS;
  return { questionsSince: now - QUESTION_MS, closingFrom: now - end, closingUntil: now - end + (warnBefore || TWO_HOURS_MS) };
}

type Place = { sentAt: number; id: number };
export type ThreadAsked = { conversationId: number; before?: Place | undefined; after?: Place | undefined; around?: number | undefined };

/** A page of a thread, oldest first. */
export function viewThread(store: Store, { conversationId, before, after, around }: ThreadAsked) {
  const view = (rows: Parameters<typeof viewMessage>[1][]) => rows.map((row) => viewMessage(store, row));
  if (after) {
    const rows = store.threads.after(conversationId, after, THREAD_PAGE + 1);
    return { messages: view(rows.slice(0, THREAD_PAGE)), more: true, newer: rows.length > THREAD_PAGE };
  }
  const target = around === undefined ? null : store.messages.get(around);
  // What stands at another message is shown there.
  const shown = target?.folded_into == null ? target : store.messages.get(target.folded_into);
  if (shown && shown.conversation_id === conversationId) {
    const place = { sentAt: shown.sent_at, id: shown.id };
    const older = store.threads.before(conversationId, place, THREAD_PAGE / 2 + 1);
    const newer = store.threads.after(conversationId, place, THREAD_PAGE / 2 + 1);
    const half = THREAD_PAGE / 2;
    return {
      messages: view([...older.slice(0, half).toReversed(), shown, ...newer.slice(0, half)]),
      more: older.length > half,
      newer: newer.length > half,
    };
  }
  const rows = store.threads.before(conversationId, before ?? null, THREAD_PAGE + 1);
  return { messages: view(rows.slice(0, THREAD_PAGE).toReversed()), more: rows.length > THREAD_PAGE, newer: before !== undefined };
}
