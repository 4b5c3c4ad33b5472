import type { QueryClient } from '@tanstack/react-query';
import type { News } from '../../shared/contract/live.ts';
import type { Connection } from '../cable/connection.ts';
import { follow } from '../cable/follow.ts';
import { affectedBy } from './affected-by.ts';
import { invalidateOrdersOf } from './invalidate-orders-of.ts';
import { queryKeys } from './query-keys.ts';

/** The first news is asked about at once; what comes within this time after it costs one more round of questions. */
const COLLECT_MS = 50;

/** Reads the feed for the life of the page, makes old what the news touch, and goes on from the last number after a loss. */
export function followFeed(connection: Connection, queries: QueryClient, onArrived: (news: Extract<News, { kind: 'arrived' }>) => void): void {
  let position: { epoch: string; since: number } | null = null;
  let old = new Map<string, readonly unknown[]>();
  let moved = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  let asked = -COLLECT_MS;

  const flush = () => {
    timer = null;
    asked = performance.now();
    const keys = [...old.values()];
    old = new Map();
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
    invalidateOrdersOf(queries, moved);
    moved = new Set();
  };

  connection.onSwitch(() => {
    position = null;
    old = new Map();
    moved = new Set();
    // The settings are the same for both lines, and what shows them stays on the screen.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKeys.settings[0] });
  });

  connection.onOpen((signal) => {
    void follow(
      signal,
      () => connection.api.live.feed(position ?? {}),
      (event) => {
        // Without a position, what was asked before the feed stood may have missed news.
        const unknown = position === null;
        position = { epoch: event.epoch, since: event.number };
        if (event.reset || unknown) {
          void queries.invalidateQueries();
          void connection.refresh().catch(() => undefined);
        }
        for (const news of event.news) {
          for (const key of affectedBy(news)) old.set(JSON.stringify(key), key);
          if (news.kind === 'message' || news.kind === 'conversation') moved.add(news.conversationId);
          if (news.kind === 'arrived') onArrived(news);
          if (news.kind === 'settings') void connection.refresh().catch(() => undefined);
        }
        if (old.size > 0) timer ??= setTimeout(flush, Math.max(0, asked + COLLECT_MS - performance.now()));
      },
    );
  });
}
