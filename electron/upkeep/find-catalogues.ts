import type { News } from '../../shared/contract/live.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { ConnectedCatalogue } from '../graph/fetch-catalogs.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import { reasonOf } from './read-catalogue.ts';

export type FindOptions = {
  store: Store;
  /** False while there is no access token. */
  configured: () => boolean;
  /** The WhatsApp Business account; null while nobody knows it. */
  wabaId: () => string | null;
  connected: (wabaId: string) => Promise<{ ok: true; catalogues: ConnectedCatalogue[] } | GraphFailure>;
  /** There may be one to be read. */
  onFound: () => void;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
};

const MINUTE = 60_000;
const ASK_EVERY_MS = 6 * 60 * MINUTE;
const REST_MS = 15 * MINUTE;
const REST_LIMITED_MS = 60 * MINUTE;
const LOOK_EVERY_MS = 10 * MINUTE;

/** Learns which catalogue is connected to the shop's account. */
export function startFindingCatalogues(options: FindOptions) {
  const { store, now } = options;
  /** What was asked last, for which account, and what came of it. */
  let last: { wabaId: string; at: number; problem: Reason | null } | null = null;
  let busy = false;
  let stopped = false;

  async function run(pressed: boolean): Promise<boolean> {
    const wabaId = options.wabaId();
    if (busy || stopped || !options.configured() || wabaId === null || !isDue(wabaId, pressed)) return false;
    busy = true;
    try {
      const answer = await options.connected(wabaId);
      if (stopped) return false;
      last = { wabaId, at: now(), problem: answer.ok ? (answer.catalogues.length === 0 ? 'no-catalogue' : null) : reasonOf(answer) };
      if (answer.ok && answer.catalogues.length > 0) store.transaction(() => store.catalogues.connect(answer.catalogues));
      if (last.problem !== null) options.log(`the connected catalogue could not be found: ${last.problem}`);
      options.publish([{ kind: 'catalogue' }]);
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`the connected catalogue could not be kept: ${reason}`);
    } finally {
      busy = false;
    }
    if (!stopped && last?.problem === null) options.onFound();
    return true;
  }

  function isDue(wabaId: string, pressed: boolean): boolean {
    if (last?.wabaId !== wabaId) return true;
    const rest = last.problem === 'rate-limited' ? REST_LIMITED_MS : last.problem === null ? ASK_EVERY_MS : REST_MS;
    return now() - last.at >= (pressed && last.problem !== 'rate-limited' ? 0 : rest);
  }

  const look = () => void run(false);
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    wake: look,
    /** Somebody asks for it anew, or the token is another one. Resolves when it was asked; false where that cannot be. */
    refresh: (): Promise<boolean> => run(true),
    /** Why the connected catalogue is not known; null where it is, or is just being asked for. */
    problem(): Reason | null {
      if (!options.configured()) return 'not-configured';
      const wabaId = options.wabaId();
      if (wabaId === null) return 'no-waba';
      return last?.wabaId === wabaId ? last.problem : null;
    },
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
