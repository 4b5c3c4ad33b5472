import type { LightView } from '../../shared/contract/connection.ts';
import type { LightAction } from '../../shared/domain/link-proof.ts';

/** What a notification tells of the light: red, not red any more (from when to when it was), or nothing arrived for longer than usual. */
export type LightNotice = { what: 'red' } | { what: 'again'; from: number; to: number } | { what: 'silent' };

/** What is remembered between two looks. Times are ms since epoch. */
export type LightStory = {
  /** Red since then, looking anew in between included. */
  redSince: number | null;
  /** Since when it has not been red any more, after a red that was told. */
  calmSince: number | null;
  told: boolean;
  /** The last arrival after which a silence was told. */
  silenceAfter: number | null;
};

export type LightLook = {
  light: Pick<LightView, 'tone' | 'reason' | 'action' | 'metaAt'>;
  /** A shop that is still being set up is red without anybody missing anything. */
  reachedBefore: boolean;
  /** Whether anybody is to be told anything now. */
  mayTell: boolean;
  /** Divides the pauses; 1 in a shop. */
  pace: number;
  now: number;
};

/** Most cuts mend themselves within this time. */
export const PATIENCE_MS = 60_000;
/** What comes and goes is told once. */
export const CALM_MS = 30_000;

/** What waiting does not mend: told at once. The others are tried again, or repaired, by the program itself. */
const NEEDS_PERSON: Record<LightAction, boolean> = {
  'check-now': false,
  'restart-tunnel': false,
  register: false,
  'take-over': true,
  'set-up': true,
  'enter-token': true,
  'enter-secret': true,
  'choose-way-in': true,
  'open-meta': true,
};

export const NO_STORY: LightStory = { redSince: null, calmSince: null, told: false, silenceAfter: null };

/** Whether this look at the light is to be told: each red once and its end once, each silence once. What must not be told now is told later, if it is still so. */
export function judgeLight(story: LightStory, look: LightLook): { story: LightStory; notice: LightNotice | null } {
  const { light, mayTell, pace, now } = look;
  if (light.tone === 'busy') return { story, notice: null };
  if (light.tone === 'none') return { story: { ...NO_STORY, silenceAfter: story.silenceAfter }, notice: null };
  if (light.tone === 'bad') return judgeRed({ ...story, redSince: story.redSince ?? now, calmSince: null }, look);
  if (story.told) {
    const calmSince = story.calmSince ?? now;
    if (!mayTell || now - calmSince < CALM_MS / pace) return { story: { ...story, calmSince }, notice: null };
    return { story: { ...story, redSince: null, calmSince: null, told: false }, notice: { what: 'again', from: story.redSince ?? calmSince, to: calmSince } };
  }
  const calm = { ...story, redSince: null, calmSince: null };
  if (light.reason !== 'silent-too-long' || !mayTell || light.metaAt === story.silenceAfter) return { story: calm, notice: null };
  return { story: { ...calm, silenceAfter: light.metaAt }, notice: { what: 'silent' } };
}

function judgeRed(story: LightStory, { light, reachedBefore, mayTell, pace, now }: LightLook): { story: LightStory; notice: LightNotice | null } {
  const lasts = now - (story.redSince ?? now) >= PATIENCE_MS / pace;
  const urgent = light.action !== null && NEEDS_PERSON[light.action];
  if (story.told || !reachedBefore || !mayTell || !(lasts || urgent)) return { story, notice: null };
  return { story: { ...story, told: true }, notice: { what: 'red' } };
}
