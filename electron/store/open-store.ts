import { openAutoAnswers } from './auto-answers.ts';
import { openCatalogues } from './catalogues.ts';
import { openChatList } from './chat-list.ts';
import { openConnectionLog } from './connection-log.ts';
import { openConversations } from './conversations.ts';
import { openCustomerFacts } from './customer-facts.ts';
import { openCustomers } from './customers.ts';
import { openDayBook } from './day-book.ts';
import { openDrafts } from './drafts.ts';
import { openErasedAliases } from './erased-aliases.ts';
import { openErasures } from './erasures.ts';
import { openFacts } from './facts.ts';
import { openFailedMessages } from './failed-messages.ts';
import { openGaps } from './gaps.ts';
import { openLastSigns } from './last-signs.ts';
import { openMedia } from './media.ts';
import { openMessageSearch } from './message-search.ts';
import { openMessageEdits } from './message-edits.ts';
import { openMessages } from './messages.ts';
import { openDatabase } from './open-database.ts';
import { openOrderAsks } from './order-asks.ts';
import { openOrderExtras } from './order-extras.ts';
import { openOrderHistory } from './order-history.ts';
import { openOrderRevisions } from './order-revisions.ts';
import { openOrderTells } from './order-tells.ts';
import { openOrders } from './orders.ts';
import { openOutbox } from './outbox.ts';
import { openOwnReactions } from './own-reactions.ts';
import { openPrintJobs } from './print-jobs.ts';
import { openProducts } from './products.ts';
import { openQuickReplies } from './quick-replies.ts';
import { openTemplates } from './templates.ts';
import { openThreads } from './threads.ts';
import { openTickParking } from './tick-parking.ts';
import { openServiceMonth } from './service-month.ts';
import { openReactions } from './reactions.ts';
import { openTransactions } from './transactions.ts';
import { openReadMarks } from './read-marks.ts';
import { openWebhookLog } from './webhook-log.ts';
import { openWindows } from './windows.ts';

/**
 * The memory of one line.
 * @param file absolute path of its shopbell.db; made if missing
 * @throws StartError see `openDatabase`
 */
export function openStore(file: string) {
  const db = openDatabase(file);
  return {
    ...openTransactions(db),
    webhookLog: openWebhookLog(db),
    customers: openCustomers(db),
    customerFacts: openCustomerFacts(db),
    conversations: openConversations(db),
    messages: openMessages(db),
    media: openMedia(db),
    reactions: openReactions(db),
    messageEdits: openMessageEdits(db),
    messageSearch: openMessageSearch(db),
    chatList: openChatList(db),
    threads: openThreads(db),
    ownReactions: openOwnReactions(db),
    failedMessages: openFailedMessages(db),
    orders: openOrders(db),
    orderHistory: openOrderHistory(db),
    orderExtras: openOrderExtras(db),
    orderRevisions: openOrderRevisions(db),
    orderAsks: openOrderAsks(db),
    orderTells: openOrderTells(db),
    printJobs: openPrintJobs(db),
    dayBook: openDayBook(db),
    products: openProducts(db),
    catalogues: openCatalogues(db),
    outbox: openOutbox(db),
    tickParking: openTickParking(db),
    quickReplies: openQuickReplies(db),
    templates: openTemplates(db),
    autoAnswers: openAutoAnswers(db),
    readMarks: openReadMarks(db),
    windows: openWindows(db),
    serviceMonth: openServiceMonth(db),
    drafts: openDrafts(db),
    facts: openFacts(db),
    erasedAliases: openErasedAliases(db),
    erasures: openErasures(db),
    connectionLog: openConnectionLog(db),
    gaps: openGaps(db),
    lastSigns: openLastSigns(db),
    /** Writes what the write-ahead log holds into the file and closes it. */
    close(): void {
      db.pragma('optimize');
      db.close();
    },
  };
}
export type Store = ReturnType<typeof openStore>;
