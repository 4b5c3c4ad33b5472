import { probeAddress, type ProbeFault } from './probe-address.ts';

/** What the last looks at the own public address saw. */
export type LoopState = {
  /** That was asked; null: there is none. */
  address: string | null;
  /** Ms since epoch, of the last look that told something; null: none yet. */
  at: number | null;
  /** Null: it answered rightly. */
  fault: Exclude<ProbeFault, 'busy'> | null;
  details: string | null;
  /** Failed looks in a row, and since when. */
  failures: number;
  failingSince: number | null;
  /** The last look that found it well. */
  goodAt: number | null;
};

export type WatchLoopOptions = {
  /** Callback address now; null: there is none. */
  address: () => string | null;
  probeKey: string;
  /** Ms between looks while all is well, before the pace. */
  every: () => number;
  pace: number;
  /** A new one each time. */
  nonce: () => string;
  /** A look is over, or its address is another. */
  onLook: (state: LoopState) => void;
  now: () => number;
};

/** Together with two patiences and the pause between them less than a minute: so a cut is seen within one. */
export const LOOP_EVERY_MS = 40_000;
/** While it fails: the second failed look has the tunnel started anew. */
const FAILING_EVERY_MS = 10_000;
const TIMEOUT_MS = 8_000;
const RETRY_AFTER_MS = 1_500;
/** The webhook server answers two a second. */
const LEAST_PAUSE_MS = 600;
const EAGER = 8;

const NOTHING: Omit<LoopState, 'address'> = { at: null, fault: null, details: null, failures: 0, failingSince: null, goodAt: null };

/** Asks the own public address over and over whether it leads here. */
export function watchLoop(options: WatchLoopOptions) {
  const { address, pace, now } = options;
  let state: LoopState = { address: null, ...NOTHING };
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  let stopped = false;

  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const probe = (callbackUrl: string) =>
    probeAddress({ callbackUrl, probeKey: options.probeKey, nonce: options.nonce(), timeoutMs: Math.max(TIMEOUT_MS / pace, 1_000) });

  function plan(): void {
    if (stopped) return;
    clearTimeout(timer);
    const pause = state.failures > 0 && state.failures < EAGER ? FAILING_EVERY_MS : options.every();
    timer = setTimeout(() => void look(), Math.max(pause / pace, LEAST_PAUSE_MS));
  }

  function settle(next: LoopState): void {
    state = next;
    if (!stopped) options.onLook(next);
  }

  async function lookOnce(): Promise<void> {
    const asked = address();
    if (asked !== state.address) settle({ address: asked, ...NOTHING });
    if (asked === null) return;
    let result = await probe(asked);
    if (!result.ok && !stopped && address() === asked) {
      await wait(Math.max(RETRY_AFTER_MS / pace, 200));
      result = await probe(asked);
    }
    // Of an address that is no longer ours nothing is to be told.
    if (stopped || address() !== asked) return;
    const at = now();
    if (result.ok) settle({ ...state, at, fault: null, details: null, failures: 0, failingSince: null, goodAt: at });
    else if (result.fault !== 'busy') {
      const { fault, details } = result;
      settle({ ...state, at, fault, details, failures: state.failures + 1, failingSince: state.failingSince ?? at });
    }
  }

  /** Looks now; a second call while one is under way waits for that, and where the address changed meanwhile for one more. */
  function look(): Promise<void> {
    underWay ??= (async () => {
      try {
        await lookOnce();
        if (!stopped && address() !== state.address) await lookOnce();
      } finally {
        underWay = null;
        plan();
      }
    })();
    return underWay;
  }

  return {
    state: (): LoopState => state,
    look,
    /** What was seen is of before a sleep, or of before the way was made anew: it proves nothing now. */
    forget(): void {
      state = { ...state, ...NOTHING, goodAt: state.goodAt };
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
