import type { BellEvent } from '../../shared/contract/live.ts';

/** `desktop`: its sound is made on this machine; where a browser is, nobody knows. */
export type ScreenPlace = 'desktop' | 'browser';

type Screen = { place: ScreenPlace; ready: boolean; outputs: number | null; pending: BellEvent | null; wake: () => void };

export type ScreensCount = { connected: number; soundReady: number };

/** The screens that listen to the bell; each is told the newest of what there is, and never the same sound twice. */
export function createScreens(onChange: () => void) {
  const screens = new Map<string, Screen>();
  let ended = false;

  return {
    /** Tells every screen. What a busy one has not yet sounded is sounded once, with the next it hears of. */
    tell(event: BellEvent): void {
      for (const screen of screens.values()) {
        const { ring = false, tone = false, check = false } = screen.pending ?? {};
        const waits = event.ringing.some(({ orderIds }) => orderIds.length > 0);
        // A screen that was busy does not ring for what was taken meanwhile, nor for what is silent now.
        const stillRings = waits && (event.silent === null || event.silent === 'ran-out');
        screen.pending = { ...event, ring: event.ring || (ring && stillRings), tone: event.tone || tone, check: event.check || check };
        screen.wake();
      }
    },
    /** The bell for one screen, beginning with `first`; it counts as connected while it listens. */
    async *listen(screenId: string, place: ScreenPlace, first: BellEvent, signal?: AbortSignal): AsyncGenerator<BellEvent, void, void> {
      const screen: Screen = { place, ready: false, outputs: null, pending: first, wake: () => {} };
      screens.set(screenId, screen);
      onChange();
      const end = () => screen.wake();
      signal?.addEventListener('abort', end);
      try {
        while (!signal?.aborted && !ended) {
          if (!screen.pending) await new Promise<void>((resolve) => (screen.wake = resolve));
          const event = screen.pending;
          screen.pending = null;
          if (event && !signal?.aborted && !ended) yield event;
        }
      } finally {
        signal?.removeEventListener('abort', end);
        if (screens.get(screenId) === screen) screens.delete(screenId);
        onChange();
      }
    },
    /**
     * What a screen says of its sound. False where that screen does not listen.
     * @param outputs how many output devices its system has; null where it cannot know
     */
    setSound(screenId: string, ready: boolean, outputs: number | null): boolean {
      const screen = screens.get(screenId);
      if (!screen) return false;
      const changed = screen.ready !== ready || screen.outputs !== outputs;
      Object.assign(screen, { ready, outputs });
      if (changed) onChange();
      return true;
    },
    count: (): ScreensCount => ({ connected: screens.size, soundReady: [...screens.values()].filter((screen) => screen.ready).length }),
    /** Whether a screen's sound is made on this machine. */
    isHere: (): boolean => [...screens.values()].some(({ place }) => place === 'desktop'),
    /** Whether there are screens, and each has said that its system has no output device. */
    lackOutput: (): boolean => screens.size > 0 && [...screens.values()].every(({ outputs }) => outputs === 0),
    end(): void {
      ended = true;
      for (const screen of screens.values()) screen.wake();
    },
  };
}
