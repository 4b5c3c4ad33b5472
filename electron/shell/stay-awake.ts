import type { Settings } from '../../shared/contract/settings.ts';
import { isOpen } from '../../shared/domain/bell-hours.ts';
import { zoneInForce } from '../settings/check-values.ts';

export type AwakeValues = Pick<Settings, 'stayAwake' | 'quietHours' | 'openingHours' | 'timeZone'>;

/** Whether the computer is to be kept awake: while the shop is open, and without opening hours always. Quiet hours close no shop. */
export function wantsAwake({ stayAwake, quietHours, openingHours, timeZone }: AwakeValues, now: number): boolean {
  return stayAwake && isOpen(now, { quietHours, openingHours, timeZone: zoneInForce(timeZone) });
}

/** Electron's `powerSaveBlocker`, as far as it is needed. */
export type Blocker = { start(type: 'prevent-app-suspension'): number; stop(id: number): unknown; isStarted(id: number): boolean };

/** Holds the computer awake, and lets go of it. The screen may go dark. */
export function stayAwake({ blocker, values, now, log }: { blocker: Blocker; values: () => AwakeValues; now: () => number; log: (line: string) => void }) {
  let held: number | null = null;

  return {
    /** Looks whether that is still wanted: the hour may have come. */
    follow(): void {
      const wanted = wantsAwake(values(), now());
      if (wanted === (held !== null)) return;
      if (held !== null) blocker.stop(held);
      held = wanted ? blocker.start('prevent-app-suspension') : null;
      log(wanted ? 'the computer is kept awake' : 'the computer may sleep');
    },
    isAwake: (): boolean => held !== null && blocker.isStarted(held),
  };
}
