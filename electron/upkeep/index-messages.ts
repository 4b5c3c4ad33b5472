import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import { searchWords } from '../store/search-words.ts';

export type IndexOptions = { store: Pick<Store, 'messageSearch' | 'facts' | 'transaction'>; log: (line: string) => void };

/** After the last arrival: while they come in crowds, receiving goes first. */
const REST_MS = 400;
/** But no longer than this behind the first one. */
const LONGEST_MS = 5_000;
const AT_ONCE = 500;
const PAUSE_MS = 10;
const DISK_PAUSE_MS = 60_000;

/** Puts the words of messages into the index of the search, behind the arrivals and in small parts, from the rows themselves. */
export function startIndexing({ store, log }: IndexOptions) {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let stopped = false;

  function run(): void {
    timer = undefined;
    dueAt = 0;
    try {
      if (step()) again(PAUSE_MS);
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      log(`messages could not be indexed: ${reason}`);
      again(DISK_PAUSE_MS);
    }
  }

  /** True where there may be more. */
  function step(): boolean {
    return store.transaction(() => {
      const after = Number(store.facts.get('messages_indexed') ?? 0);
      const fresh = store.messageSearch.next(after, AT_ONCE);
      const changed = store.messageSearch.changed(AT_ONCE);
      for (const row of [...fresh, ...changed]) store.messageSearch.index(row.id, searchWords(row));
      const last = fresh.at(-1)?.id;
      if (last !== undefined) store.facts.set('messages_indexed', String(last));
      return fresh.length === AT_ONCE || changed.length === AT_ONCE;
    });
  }

  function again(ms: number): void {
    if (!stopped) timer = setTimeout(run, ms);
  }

  again(REST_MS);
  return {
    /** A message came, or changed. */
    wake(): void {
      const now = performance.now();
      if (dueAt === 0) dueAt = now + LONGEST_MS;
      if (timer === undefined || now + REST_MS < dueAt) {
        clearTimeout(timer);
        again(REST_MS);
      }
    },
    /** Indexes everything now. */
    finish(): void {
      while (step());
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
