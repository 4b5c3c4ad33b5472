import type { ConversationView } from '../../shared/contract/chats.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { ListedConversation } from '../store/conversations.ts';
import { readTags } from '../store/customers.ts';
import type { Store } from '../store/open-store.ts';
import { briefOf } from './view-customer.ts';
import { viewMessage } from './view-message.ts';
import { viewProduct } from './view-product.ts';

const PER_PAGE = 100;
/** Who asked longer ago and was not answered does not wait any more; free text ended six days before. */
const QUESTION_MS = 7 * 24 * 60 * 60 * 1000;
const THREAD_PAGE = 60;

export function viewConversation(store: Store, row: ListedConversation, now: number): ConversationView {
  const [last] = store.messages.threadPage(row.id, null, 1);
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
    questionSince: store.messages.openQuestionSince(row.id),
    asked: question?.retailer_id ? viewProduct(store, question.catalog_id ?? '', question.retailer_id) : null,
    askedMessageId: question?.id ?? null,
    askedAt: question?.sent_at ?? null,
    unansweredSince: null,
    language: customer?.language ?? 'en',
    tags: readTags(customer),
    blocked: (customer?.blocked_at ?? null) !== null,
    draft: row.draft ?? '',
    failed: 0,
  };
}

/** A page of conversations, newest first. */
export function listConversations(store: Store, before: { lastAt: number; id: number } | null, now: number) {
  const rows = store.conversations.page(before, PER_PAGE + 1);
  return {
    conversations: rows.slice(0, PER_PAGE).map((row) => viewConversation(store, row, now)),
    more: rows.length > PER_PAGE,
    unreadConversations: store.conversations.unreadConversations(),
    questions: store.messages.openQuestions(now - QUESTION_MS),
    counts: { unread: 0, unanswered: 0, questions: 0, closing: 0, failed: 0 },
  };
}

/** A page of a thread, oldest first. */
export function viewThread(store: Store, conversationId: number, before: { sentAt: number; id: number } | null) {
  const rows = store.messages.threadPage(conversationId, before, THREAD_PAGE + 1);
  return {
    messages: rows
      .slice(0, THREAD_PAGE)
      .toReversed()
      .map((row) => viewMessage(store, row)),
    more: rows.length > THREAD_PAGE,
    newer: false,
  };
}
