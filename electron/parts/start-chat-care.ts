import type { Settings } from '../../shared/contract/settings.ts';
import type { createFeed } from '../feed.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import { markMessageRead } from '../graph/mark-message-read.ts';
import { startMarkRead } from '../outbound/mark-read.ts';
import type { Store } from '../store/open-store.ts';
import { startIndexing } from '../upkeep/index-messages.ts';
import { watchWindows } from '../upkeep/watch-windows.ts';

export type ChatCareOptions = {
  store: Store;
  feed: Pick<ReturnType<typeof createFeed>, 'publish' | 'subscribe'>;
  access: () => GraphAccess;
  configured: () => boolean;
  canSendFrom: (phoneNumberId: string) => boolean;
  values: () => Settings;
  now: () => number;
  log: (line: string) => void;
};

const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;

/** What a line does for its chats beside sending: it tells customers that they were read, and the shop that a window closes, and
 * keeps the index of what was written. */
export function startChatCare({ store, feed, access, configured, canSendFrom, values, now, log }: ChatCareOptions) {
  const marks = startMarkRead({
    store,
    mark: (phoneNumberId, wamid) => markMessageRead(access(), { phoneNumberId, wamid, typing: false }),
    wanted: () => values().sendReadReceipts,
    configured,
    canSendFrom,
    now,
    log,
  });
  const windows = watchWindows({ store, warnBefore: () => values().closingWarning * 60_000, publish: feed.publish, now });
  const indexing = startIndexing({ store, log });
  const unsubscribe = feed.subscribe((news) => {
    if (news.some((entry) => entry.kind === 'message')) indexing.wake();
    if (news.some((entry) => entry.kind === 'conversation')) marks.wake();
  });
  marks.wake();
  windows.look();

  return {
    wake(): void {
      marks.wake();
      windows.look();
    },
    /** Tells a customer that an answer is being written, where the settings say so; what Meta makes of it changes nothing here. */
    async typing(conversationId: number): Promise<boolean> {
      const conversation = store.conversations.get(conversationId);
      if (!values().sendTyping || !configured() || !conversation || !canSendFrom(conversation.phone_number_id)) return false;
      const wamid = store.readMarks.newest(conversationId, Number.MAX_SAFE_INTEGER, now() - LONGEST_MS);
      if (wamid === null) return false;
      const answer = await markMessageRead(access(), { phoneNumberId: conversation.phone_number_id, wamid, typing: true });
      return answer.ok;
    },
    stop(): void {
      unsubscribe();
      marks.stop();
      indexing.stop();
      windows.stop();
    },
  };
}
