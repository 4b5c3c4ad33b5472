import type { News } from '../../shared/contract/live.ts';
import { SERVICE_WINDOW_MARGIN_MS, SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';

export type WatchWindowsOptions = {
  store: Pick<Store, 'windows' | 'transaction'>;
  /** How long before its end a window is warned of, ms; 0: never. */
  warnBefore: () => number;
  publish: (news: readonly News[]) => void;
  now: () => number;
};

const LOOK_EVERY_MS = 60_000;

/** Warns once of each window that closes soon while its customer waits for an answer; looked at once a minute, from the rows. */
export function watchWindows({ store, warnBefore, publish, now }: WatchWindowsOptions) {
  function look(): void {
    const before = warnBefore();
    if (before === 0) return;
    const end = SERVICE_WINDOW_MS - SERVICE_WINDOW_MARGIN_MS;
    try {
      const rows = store.transaction(() => {
        const closing = store.windows.closing(now() - end, now() - end + before);
        for (const row of closing) store.windows.warned(row.id, row.last_inbound_at);
        return closing;
      });
      publish(rows.flatMap(({ id: conversationId }) => [{ kind: 'closing', conversationId } as const, { kind: 'conversation', conversationId } as const]));
    } catch (error) {
      // A disk that refuses is asked again a minute later.
      if (diskReason(error) === null) throw error;
    }
  }
  const timer = setInterval(look, LOOK_EVERY_MS);
  return { look, stop: (): void => clearInterval(timer) };
}
