import type { FeedEvent, News } from '../shared/contract/live.ts';

/** What is kept for readers that come back; who was away for longer fetches everything again. */
const REPLAY = 2_000;

type Entry = { number: number; news: News };

/** The news of one line: numbered, published after the commit, replayed from a number. */
export function createFeed(epoch: string) {
  let buffer: Entry[] = [];
  let last = 0;
  const wakers = new Set<() => void>();
  const listeners = new Set<(news: readonly News[]) => void>();
  let closed = false;

  function since(number: number): FeedEvent {
    const oldest = buffer[0]?.number ?? last + 1;
    if (number > last || number < oldest - 1) return { epoch, number: last, reset: true, news: [] };
    const missed = buffer.slice(number - oldest + 1);
    return { epoch, number: last, reset: false, news: distinct(missed.map((entry) => entry.news)) };
  }

  return {
    /** Called after a commit, with what it changed. */
    publish(news: readonly News[]): void {
      if (news.length === 0) return;
      for (const entry of distinct(news)) buffer.push({ number: ++last, news: entry });
      // Cut rarely, in one go: shifting one by one would cost every publisher.
      if (buffer.length > 2 * REPLAY) buffer = buffer.slice(-REPLAY);
      for (const wake of wakers) wake();
      for (const listener of listeners) listener(news);
    },
    /** In-process listeners (workers, notifications) hear of it at once. Returns the end of it. */
    subscribe(listener: (news: readonly News[]) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The line ends: its readers come to an end, and ask again for the line that runs then. */
    close(): void {
      closed = true;
      for (const wake of wakers) wake();
    },
    /**
     * The news for one page, from a number on. News that comes while the page is busy is given together, so a slow page
     * never makes a queue. An unknown epoch or too old a number begins with `reset`.
     */
    async *listen(from: { epoch?: string | undefined; since?: number | undefined }, signal?: AbortSignal): AsyncGenerator<FeedEvent, void, void> {
      let wake = () => {};
      const waker = () => wake();
      wakers.add(waker);
      signal?.addEventListener('abort', waker);
      try {
        let seen: number;
        if (from.epoch === epoch && from.since !== undefined) {
          const first = since(from.since);
          seen = first.number;
          yield first;
        } else {
          seen = last;
          yield { epoch, number: seen, reset: true, news: [] };
        }
        while (!signal?.aborted && !closed) {
          if (last === seen) await new Promise<void>((resolve) => (wake = resolve));
          if (signal?.aborted || last === seen) return;
          const next = since(seen);
          seen = next.number;
          yield next;
        }
      } finally {
        wakers.delete(waker);
        signal?.removeEventListener('abort', waker);
      }
    },
  };
}

/** The same news once; arrivals are each their own. */
function distinct(news: readonly News[]): News[] {
  if (news.length < 2) return [...news];
  const seen = new Map<string, News>();
  for (const entry of news) seen.set(keyOf(entry), entry);
  return [...seen.values()];
}

function keyOf(news: News): string {
  switch (news.kind) {
    case 'conversation':
      return `c${news.conversationId}`;
    case 'message':
      return `m${news.messageId}`;
    case 'order':
      return `o${news.orderId}`;
    case 'product':
      return `p${news.catalogId}/${news.retailerId}`;
    case 'arrived':
      return `a${news.messageId}`;
    case 'closing':
      return `w${news.conversationId}`;
    case 'customer':
      return `u${news.customerId}`;
    case 'catalogue':
    case 'templates':
    case 'quick-replies':
    case 'connection':
    case 'settings':
    case 'bell':
    case 'printing':
      return news.kind;
  }
}
