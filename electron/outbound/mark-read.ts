import type { GraphFailure } from '../graph/graph-call.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';

export type MarkReadOptions = {
  store: Pick<Store, 'readMarks'>;
  mark: (phoneNumberId: string, wamid: string) => Promise<{ ok: true } | GraphFailure>;
  /** Whether customers are to see that they were read. */
  wanted: () => boolean;
  configured: () => boolean;
  canSendFrom: (phoneNumberId: string) => boolean;
  now: () => number;
  log: (line: string) => void;
};

/** Meta marks nothing that is older. */
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;
const RETRY_MS = 60_000;

/**
 * Tells Meta what the operator has seen. Reads the rows that say so, and nothing depends on it: where Meta says no it is not asked again, where nobody
 * was reached it is tried a minute later. What was seen while the setting is off is never told.
 */
export function startMarkRead(options: MarkReadOptions) {
  const { store, now } = options;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let stopped = false;

  async function run(): Promise<void> {
    if (busy || stopped) return;
    busy = true;
    try {
      for (const row of store.readMarks.open()) if (!stopped && !(await tell(row))) break;
    } catch (error) {
      if (diskReason(error) === null) throw error;
      later();
    } finally {
      busy = false;
    }
  }

  /** False where nobody was reached. */
  async function tell(row: { id: number; phone_number_id: string; seen_message_id: number }): Promise<boolean> {
    const wanted = options.wanted() && options.canSendFrom(row.phone_number_id);
    const wamid = wanted ? store.readMarks.newest(row.id, row.seen_message_id, now() - LONGEST_MS) : null;
    if (wamid !== null) {
      if (!options.configured()) return false;
      const answer = await options.mark(row.phone_number_id, wamid);
      if (stopped) return false;
      if (!answer.ok && answer.kind === 'not-sent') {
        later();
        return false;
      }
      if (!answer.ok) options.log(`a read receipt was not taken: ${answer.kind === 'refused' ? `code ${String(answer.code)}` : answer.cause}`);
    }
    store.readMarks.told(row.id, row.seen_message_id);
    return true;
  }

  function later(): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, RETRY_MS);
  }

  function wake(): void {
    void run();
  }

  return {
    /** Something was seen. */
    wake,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
