import { powerMonitor } from 'electron';

type Waking = {
  /** Timers stand still while the computer sleeps, on some systems, and go on with what was left of them: what is due is due at once. */
  wakeUp: () => void;
  /** The computer slept; `since` is when that began, ms since epoch, where the system told it. */
  woke: (since: number | null) => void;
  now: () => number;
};

/** Hears of sleep from the system, which knows its beginning. */
export function wakeAfterSleep({ wakeUp, woke, now }: Waking): void {
  let since: number | null = null;
  powerMonitor.on('suspend', () => {
    // A sleep that fails tells of its beginning twice.
    since ??= now();
  });
  powerMonitor.on('resume', () => {
    const began = since;
    since = null;
    woke(began);
  });
  powerMonitor.on('unlock-screen', wakeUp);
}
