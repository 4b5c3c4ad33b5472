import { lastTimeOfDay } from './bell-hours.ts';

/** What is kept of the sound check from one start of the program to the next. Persisted: do not rename. */
export type SoundCheckKept = {
  /** Since when this shop runs; a daily hour before it asks for nothing. */
  since: number;
  /** The alarm was played and nobody has answered yet. */
  askedAt: number | null;
  answer: { at: number; heard: boolean } | null;
};

/**
 * The daily check's last hour; null where there is none since the shop began.
 * @param checkAt "HH:MM", or empty: never
 */
export function lastDailyCheck(kept: SoundCheckKept, now: number, checkAt: string, timeZone: string): number | null {
  if (checkAt === '') return null;
  const hour = lastTimeOfDay(now, checkAt, timeZone);
  return hour >= kept.since ? hour : null;
}

/** Whether the daily check's hour has passed and nobody has answered since. */
export function isCheckDue(kept: SoundCheckKept, now: number, checkAt: string, timeZone: string): boolean {
  const hour = lastDailyCheck(kept, now, checkAt, timeZone);
  return hour !== null && (kept.answer?.at ?? kept.since) < hour;
}

export type SoundTrouble = 'not-heard' | 'muted' | 'quiet' | 'no-output' | 'no-screen';

/** What has to be mended, what explains the others first; null where nothing is known. */
export function soundTrouble(facts: {
  /** Of the machine that makes the sound. */
  system: 'ok' | 'muted' | 'quiet' | 'no-output' | 'unknown';
  /** Every screen has said that it has no output device. */
  lackOutput: boolean;
  /** Screens that can be heard. */
  ready: number;
  isOpen: boolean;
  answer: SoundCheckKept['answer'];
}): SoundTrouble | null {
  if (facts.system === 'no-output' || facts.lackOutput) return 'no-output';
  if (facts.system === 'muted' || facts.system === 'quiet') return facts.system;
  if (facts.ready === 0 && facts.isOpen) return 'no-screen';
  return facts.answer?.heard === false ? 'not-heard' : null;
}
