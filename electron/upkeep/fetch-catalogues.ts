import type { News } from '../../shared/contract/live.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import { type CatalogueCalls, readCatalogue } from './read-catalogue.ts';

export type CatalogueFetchOptions = CatalogueCalls & {
  store: Store;
  /** False while there is no access token. */
  configured: () => boolean;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How old a catalogue may be before it is read again by itself, and when somebody looks for an article in it. */
const STALE_MS = 6 * HOUR;
const STALE_FOR_SEARCH_MS = HOUR;
const LOOK_EVERY_MS = 10 * MINUTE;

/** How long one rests that could not be read: Meta counts every call against the account. */
function restMs(problem: Reason | null): number {
  // Meta's limits of catalogue calls (80009, 80014) are counted by the hour; a right that is missing is not given within minutes.
  return problem === 'rate-limited' || problem === 'permission-missing' ? HOUR : 15 * MINUTE;
}

/** Reads the whole of every catalogue that is connected, or that an order or a question named. */
export function startCatalogueFetch(options: CatalogueFetchOptions) {
  const { store, now } = options;
  let reading: string | null = null;
  let busy = false;
  let stopped = false;

  async function run(isDue: (catalogId: string) => boolean): Promise<void> {
    if (busy || stopped || !options.configured()) return;
    busy = true;
    try {
      for (const catalogId of store.catalogues.known()) if (!stopped && isDue(catalogId)) await read(catalogId);
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`the catalogue could not be kept: ${reason}`);
    } finally {
      busy = false;
      reading = null;
    }
  }

  /** Read long enough ago, and not tried in vain just now. */
  function isOlder(staleMs: number): (catalogId: string) => boolean {
    return (catalogId) => {
      const known = store.catalogues.get(catalogId);
      if (!known) return true;
      const failed = known.read_at === null || known.asked_at > known.read_at;
      return failed ? now() - known.asked_at >= restMs(known.problem) : now() - (known.read_at ?? 0) >= staleMs;
    };
  }

  /** A person asked for it: only what Meta forbids by the hour is left alone. */
  function mayBeAsked(catalogId: string): boolean {
    const known = store.catalogues.get(catalogId);
    return known?.problem !== 'rate-limited' || now() - known.asked_at >= restMs('rate-limited');
  }

  async function read(catalogId: string): Promise<void> {
    reading = catalogId;
    tellState();
    const calls = { page: options.page, facts: options.facts };
    const result = await readCatalogue({ store, calls, now, stopped: () => stopped, tell: (retailerId) => tell(catalogId, retailerId) }, catalogId);
    if (result === null) return;
    reading = null;
    if (!result.ok) {
      store.catalogues.fail(catalogId, result.reason);
      options.log(`catalogue ${catalogId}: ${result.detail}`);
    } else if (result.more) options.log(`catalogue ${catalogId} has more than ${result.articles} articles; the others are learned when they are ordered`);
    tellState();
  }

  function tell(catalogId: string, retailerId: string | undefined): void {
    if (retailerId !== undefined) options.publish([{ kind: 'product', catalogId, retailerId }, { kind: 'catalogue' }]);
  }

  function tellState(): void {
    if (!stopped) options.publish([{ kind: 'catalogue' }]);
  }

  const look = () => void run(isOlder(STALE_MS));
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    /** Something that calls need was set. */
    wake: look,
    /** Somebody looks for an article. */
    searched: () => void run(isOlder(STALE_FOR_SEARCH_MS)),
    /** Somebody asks for all of it anew; false where that cannot be, or is being done. */
    refresh(): boolean {
      if (busy || stopped || !options.configured() || !store.catalogues.known().some(mayBeAsked)) return false;
      void run(mayBeAsked);
      return true;
    },
    /** The catalogue that is being read; null: none. */
    reading: (): string | null => reading,
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
