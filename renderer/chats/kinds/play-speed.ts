const SPEEDS = [1, 1.5, 2];
const NAME = 'shopbell.play-speed';

/** How fast voice messages were played last; 1 at first. */
export function keptSpeed(): number {
  try {
    const kept = Number(localStorage.getItem(NAME));
    return SPEEDS.includes(kept) ? kept : 1;
  } catch {
    // A browser that keeps nothing plays at the ordinary speed.
    return 1;
  }
}

/** Keeps the speed for the next voice message. */
export function keepSpeed(speed: number): void {
  try {
    localStorage.setItem(NAME, String(speed));
  } catch {
    // As above.
  }
}

/** 1, 1.5, 2, and 1 again. */
export function nextSpeed(speed: number): number {
  return SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
}
