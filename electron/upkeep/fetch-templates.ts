import type { News } from '../../shared/contract/live.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { ListedTemplate } from '../graph/fetch-templates.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';

export type TemplateFetchOptions = {
  store: Pick<Store, 'templates' | 'facts' | 'transaction'>;
  /** The account whose templates they are; null while it is not known. */
  wabaId: () => string | null;
  /** False while there is no access token. */
  configured: () => boolean;
  page: (wabaId: string, after: string | null) => Promise<{ ok: true; templates: ListedTemplate[]; next: string | null } | GraphFailure>;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
};

const MINUTE = 60_000;
/** Approvals come within hours, and who waits for one asks by hand. */
const STALE_MS = 6 * 60 * MINUTE;
const REST_MS = 15 * MINUTE;
const LOOK_EVERY_MS = 10 * MINUTE;
/** 6,000 are all that an account may have. */
const PAGES = 100;

/** Reads the account's templates: by itself every six hours, and when asked. What fails leaves what is known, and is said. */
export function startTemplateFetch(options: TemplateFetchOptions) {
  const { store, now } = options;
  let busy = false;
  let stopped = false;
  let triedAt = -Infinity;

  async function run(): Promise<void> {
    if (busy || stopped || !options.configured()) return;
    const wabaId = options.wabaId();
    if (wabaId === null) return settle('no-waba');
    busy = true;
    triedAt = now();
    options.publish([{ kind: 'templates' }]);
    try {
      await read(wabaId);
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`the templates could not be kept: ${reason}`);
    } finally {
      busy = false;
      if (!stopped) options.publish([{ kind: 'templates' }]);
    }
  }

  async function read(wabaId: string): Promise<void> {
    const all: ListedTemplate[] = [];
    let after: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await options.page(wabaId, after);
      if (stopped) return;
      if (!answer.ok) {
        options.log(`templates: ${answer.kind === 'refused' ? `code ${String(answer.code)}` : answer.cause}`);
        return settle(answer.kind === 'refused' ? answer.reason : 'unreachable');
      }
      all.push(...answer.templates);
      // A cursor that leads back to where it came from would never end.
      if (answer.next === null || answer.next === after) break;
      after = answer.next;
    }
    store.transaction(() => {
      store.templates.replace(
        all.map(({ id, rejectedReason, components, ...rest }) => ({
          ...rest,
          wa_id: id,
          rejected_reason: rejectedReason,
          components: JSON.stringify(components),
        })),
      );
      store.facts.set('templates_read_at', String(now()));
      store.facts.set('templates_problem', '');
    });
  }

  function settle(problem: Reason): void {
    if (store.facts.get('templates_problem') === problem) return;
    store.facts.set('templates_problem', problem);
    options.publish([{ kind: 'templates' }]);
  }

  function look(): void {
    const readAt = Number(store.facts.get('templates_read_at') ?? 0);
    if (now() - readAt >= STALE_MS && now() - triedAt >= REST_MS) void run();
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    /** Something that calls need was set, or the account became known. */
    wake: look,
    /** Reads now; false where it is being read, or cannot be. */
    refresh(): boolean {
      if (busy || stopped || !options.configured()) return false;
      void run();
      return true;
    },
    reading: (): boolean => busy,
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
