import { oc } from '@orpc/contract';
import { z } from 'zod';

/** What this computer really does of what the settings ask of it. */
export const computerView = z.object({
  autostart: z.object({
    /** What the setting asked for when this was read. */
    wanted: z.boolean(),
    /** As the system says now: its own list of programs may say otherwise than the setting. `unknown`: there is no window, so nobody can be asked. */
    state: z.enum(['on', 'off', 'failed', 'unknown']),
    /** The system's own word for why it failed ("EACCES"). */
    details: z.string().nullable(),
  }),
  /** Whether it is kept awake at this moment. */
  awake: z.boolean(),
});
export type ComputerView = z.infer<typeof computerView>;

export const computerContract = {
  get: oc.output(computerView),
  /** Asks the system once more for what the setting `autostart` says. */
  setAutostart: oc.output(computerView),
};
