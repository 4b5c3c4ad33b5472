import type { BellEvent } from '../../shared/contract/live.ts';

/** The order's ring is asked for again after this long, until nothing waits. */
export const RING_EVERY_MS = 5_000;

/** Far below what an ear could tell. */
const UPDATE_AFTER_MS = 20;

type Screen = { ready: boolean; pending: BellEvent | null; wake: () => void };

export type RingingOptions = {
  /** Orders that wait to be taken, per line: read from memory each time, never from an event. */
  ringing: () => BellEvent['ringing'];
  /** Told when a screen came, went, or changed whether it can be heard. */
  onScreens: () => void;
  everyMs?: number;
};

/**
 * The bell: says to every screen when to sound. Which orders ring is derived from their states, so a start after a crash rings
 * on, and an order taken anywhere is quiet everywhere at once.
 */
export function startRinging({ ringing, onScreens, everyMs = RING_EVERY_MS }: RingingOptions) {
  const screens = new Map<string, Screen>();
  let known = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let updating: NodeJS.Timeout | undefined;
  let stopped = false;

  function tell(event: { ring: boolean; tone: boolean }): void {
    if (stopped || screens.size === 0) return;
    const now = ringing();
    const waits = keysOf(now).size > 0;
    for (const screen of screens.values()) {
      const { ring = false, tone = false } = screen.pending ?? {};
      // A screen that was busy does not ring for what was taken meanwhile.
      screen.pending = { ringing: now, silent: null, check: false, ring: waits && (event.ring || ring), tone: event.tone || tone };
      screen.wake();
    }
  }

  function pulse(): void {
    const waiting = keysOf(ringing());
    // The last one was taken, and this pulse came before the change was read.
    if (waiting.size === 0) return settle();
    known = waiting;
    tell({ ring: true, tone: false });
  }

  function stopTimer(): void {
    clearInterval(timer);
    timer = undefined;
  }

  function startTimer(): void {
    stopTimer();
    timer = setInterval(pulse, everyMs);
  }

  /** Orders changed. Asked for often under load, memory is read once for many changes. */
  function update(): void {
    if (stopped) return;
    updating ??= setTimeout(() => {
      updating = undefined;
      settle();
    }, UPDATE_AFTER_MS);
  }

  /** A new order rings at once, together with what waits already; the last one taken ends it. */
  function settle(): void {
    if (stopped) return;
    const waiting = keysOf(ringing());
    const fresh = [...waiting].some((key) => !known.has(key));
    const same = !fresh && waiting.size === known.size;
    known = waiting;
    if (waiting.size === 0) stopTimer();
    else if (fresh || !timer) startTimer();
    if (!same) tell({ ring: fresh, tone: false });
  }

  return {
    update,
    /** Somebody wrote: the softer tone, once. */
    tone: (): void => tell({ ring: false, tone: true }),
    /** The bell for one screen; it counts as connected while it listens. */
    async *listen(screenId: string, signal?: AbortSignal): AsyncGenerator<BellEvent, void, void> {
      if (stopped) return;
      // What is new rings on the others now; this one must not hear it twice.
      settle();
      const waiting = ringing();
      const screen: Screen = {
        ready: false,
        pending: { ringing: waiting, silent: null, check: false, ring: keysOf(waiting).size > 0, tone: false },
        wake: () => {},
      };
      screens.set(screenId, screen);
      onScreens();
      const end = () => screen.wake();
      signal?.addEventListener('abort', end);
      try {
        while (!signal?.aborted && !stopped) {
          if (!screen.pending) await new Promise<void>((resolve) => (screen.wake = resolve));
          const event = screen.pending;
          screen.pending = null;
          if (event && !signal?.aborted && !stopped) yield event;
        }
      } finally {
        signal?.removeEventListener('abort', end);
        if (screens.get(screenId) === screen) screens.delete(screenId);
        onScreens();
      }
    },
    /** Whether a screen can be heard. False where that screen does not listen. */
    setReady(screenId: string, ready: boolean): boolean {
      const screen = screens.get(screenId);
      if (!screen) return false;
      if (screen.ready !== ready) {
        screen.ready = ready;
        onScreens();
      }
      return true;
    },
    screens: (): { connected: number; soundReady: number } => ({
      connected: screens.size,
      soundReady: [...screens.values()].filter((screen) => screen.ready).length,
    }),
    /** Its screens come to an end with it. */
    stop(): void {
      stopped = true;
      stopTimer();
      clearTimeout(updating);
      for (const screen of screens.values()) screen.wake();
    },
  };
}
export type Ringing = ReturnType<typeof startRinging>;

function keysOf(ringing: BellEvent['ringing']): Set<string> {
  return new Set(ringing.flatMap(({ shop, orderIds }) => orderIds.map((id) => `${shop}/${id}`)));
}
