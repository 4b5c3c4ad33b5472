import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, refused, time } from './common.ts';

/** What the system says of its own sound; `unknown` where it cannot be asked. */
export const systemSound = z.object({
  state: z.enum(['ok', 'muted', 'quiet', 'no-output', 'unknown']),
  /** Percent, as the system counts it. */
  volume: z.int().nullable(),
  /** The output device's own name. */
  output: z.string().nullable(),
  readAt: time.nullable(),
});
export type SystemSound = z.infer<typeof systemSound>;

export const soundCheckView = z.object({
  /** The alarm was played and nobody has answered yet. */
  askedAt: time.nullable(),
  /** The last answer of a person. */
  answer: z.object({ at: time, heard: z.boolean() }).nullable(),
  /** The daily check's hour has passed and nobody has answered since. */
  due: z.boolean(),
  system: systemSound,
  /** What has to be mended; stays until it is. */
  trouble: z.enum(['not-heard', 'muted', 'quiet', 'no-output', 'no-screen']).nullable(),
});
export type SoundCheckView = z.infer<typeof soundCheckView>;

export const bellContract = {
  /** How the bell stands: the sound check and what the system says. */
  get: oc.output(soundCheckView),
  /** Plays the alarm on every screen, whatever the hour, and asks whether it was heard. */
  check: oc.output(soundCheckView),
  answer: oc.input(z.object({ heard: z.boolean() })).output(soundCheckView),
  /** Sends an order of the shop's own through the real way in: it rings, prints and can be taken, and counts nowhere. */
  rehearse: oc.output(z.union([z.object({ ok: z.literal(true), orderId: id }), refused])),
};
