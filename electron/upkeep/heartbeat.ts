export type HeartbeatOptions = {
  /** Keeps that the program lives. */
  keep: (at: number) => void;
  /** The computer slept, or its clock was set forward: between these two beats more time passed than the timer knows of. */
  onJump: (from: number, to: number) => void;
  pace: number;
  now: () => number;
};

const EVERY_MS = 20_000;
/** A busy computer is late by less. */
const JUMP_MS = 60_000;
const LEAST_JUMP_MS = 5_000;

/** Writes down over and over that the program lives, and notices when the computer slept in between. */
export function startHeartbeat({ keep, onJump, pace, now }: HeartbeatOptions) {
  const every = EVERY_MS / pace;
  let last = now();
  keep(last);
  const timer = setInterval(() => {
    const before = last;
    last = now();
    if (last - before > every + Math.max(JUMP_MS / pace, LEAST_JUMP_MS)) onJump(before, last);
    keep(last);
  }, every);
  return {
    /** The last beat; begins anew from now. */
    lastBeat(): number {
      const before = last;
      last = now();
      return before;
    },
    stop: (): void => {
      clearInterval(timer);
      keep(now());
    },
  };
}
