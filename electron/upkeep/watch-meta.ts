import { isNoAnswer, isRateLimited, type MetaAsked, type MetaState, NOTHING_SEEN, readMetaState } from './read-meta-state.ts';

export type WatchMetaOptions = {
  asked: () => MetaAsked;
  pace: number;
  /** A look is over. */
  onLook: (state: MetaState) => void;
  log: (line: string) => void;
};

/** Five calls: well within the 200 an hour that Meta allows, and within ten minutes. */
const EVERY_MS = 9 * 60_000;
/** Until Meta can be asked again after it could not: one call, as the others are not made while it gives no answer. A refused token is an answer. */
const FAILED_EVERY_MS = 60_000;
const LONGEST_BACK_OFF_MS = 60 * 60_000;
const LEAST_PAUSE_MS = 300;

/** Looks over and over at what Meta keeps of this shop. */
export function watchMeta({ asked, pace, onLook, log }: WatchMetaOptions) {
  let state = NOTHING_SEEN;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  let again = false;
  let limited = 0;
  let looked = false;
  let stopped = false;

  function pause(): number {
    if (limited > 0) return Math.min(EVERY_MS * 2 ** limited, LONGEST_BACK_OFF_MS);
    const { failure } = state.token;
    return asked().access !== null && failure !== null && isNoAnswer(failure.reason) ? FAILED_EVERY_MS : EVERY_MS;
  }

  async function lookOnce(): Promise<void> {
    const given = asked();
    const next = await readMetaState(given, state);
    if (stopped) return;
    // Asked with what has been replaced meanwhile: whoever replaced it has asked for another look.
    const now = asked();
    if (given.access?.accessToken !== now.access?.accessToken || given.app.secret !== now.app.secret) {
      again = true;
      return;
    }
    state = next;
    looked = true;
    limited = isRateLimited(next) ? Math.min(limited + 1, 4) : 0;
    onLook(state);
  }

  /** Looks now; a second call while one is under way is one more look after it. */
  function look(): Promise<void> {
    if (underWay) {
      again = true;
      return underWay;
    }
    clearTimeout(timer);
    underWay = (async () => {
      try {
        do {
          again = false;
          await lookOnce();
        } while (again && !stopped);
      } catch (error) {
        log(`the state at Meta could not be read: ${error instanceof Error ? error.message : 'unknown'}`);
      } finally {
        underWay = null;
        if (!stopped) timer = setTimeout(() => void look(), Math.max(pause() / pace, LEAST_PAUSE_MS));
      }
    })();
    return underWay;
  }

  return {
    state: (): MetaState => state,
    /** Whether one look at least is over. */
    looked: (): boolean => looked,
    look,
    /** What was seen is of another token, app or account. */
    forget(): void {
      state = NOTHING_SEEN;
      looked = false;
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
