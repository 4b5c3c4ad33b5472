import { QueryClient, onlineManager } from '@tanstack/react-query';
import type { Connection } from '../cable/connection.ts';

/** The page's memory of answers: kept until the feed makes them old, waiting while the cable is down. */
export function createQueryClient(connection: Connection): QueryClient {
  // The computer may be offline and the cable on loopback stand all the same: only the cable counts.
  onlineManager.setEventListener((setOnline) => connection.subscribe(() => setOnline(connection.state().phase === 'open')));
  onlineManager.setOnline(false);
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 10 * 60_000, refetchOnWindowFocus: false, retry: 2, retryDelay: 400 },
      // What a person did is never sent later on its own: it fails at once and is said.
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
