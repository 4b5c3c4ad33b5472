/** What the bar speaks of: the newest step, or the newest undoing. `until`: ms since epoch. */
export type LastStep =
  | { kind: 'done'; shop: string; orderId: number; eventId: number; until: number }
  | { kind: 'undone'; shop: string; orderId: number; told: boolean; correction: string | null; until: number };

let last: LastStep | null = null;
const corrections = new Map<string, string>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Calls back when something below changed; returns the end of it. */
export function subscribeSteps(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The newest step of this screen, in whichever of the two shops. */
export function lastStep(): LastStep | null {
  return last;
}

export function setLastStep(step: LastStep | null): void {
  last = step;
  tell();
}

/** A text that puts right what a customer was told before the step was undone; kept until it was used. `key` names line and order. */
export function correctionOf(key: string): string | null {
  return corrections.get(key) ?? null;
}

export function keepCorrection(key: string, text: string | null): void {
  if (text === null) corrections.delete(key);
  else corrections.set(key, text);
  tell();
}
