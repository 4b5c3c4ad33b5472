import type { Settings } from '../../shared/contract/settings.ts';
import type { BellRules } from '../../shared/domain/bell-rules.ts';
import type { Line } from '../line.ts';
import { createSoundCheckFile } from '../settings/sound-check-file.ts';
import { readSystemSound } from '../upkeep/read-system-sound.ts';
import { startRinging } from '../upkeep/ringing.ts';
import { startSoundCheck } from '../upkeep/sound-check.ts';

export type BellOptions = {
  dataFolder: string;
  lines: () => Line[];
  values: () => Settings;
  /** The shop's time zone, IANA name. */
  day: () => { timeZone: string };
  now: () => number;
  log: (line: string) => void;
};

/** The one bell of all lines: the ringing, and the proof that it is heard. */
export function startBell({ dataFolder, lines, values, day, now, log }: BellOptions) {
  const tell = (kind: 'connection' | 'bell') => lines().forEach((line) => line.feed.publish([{ kind }]));
  const rules = (): BellRules => {
    const { ringEvery, ringFor, quietHours, openingHours, ringInQuietHours } = values();
    return { everyMs: ringEvery * 1_000, forMs: ringFor * 60_000, quietHours, openingHours, ringInQuietHours, timeZone: day().timeZone };
  };
  const ringing = startRinging({
    waiting: () => lines().map(({ shop, store }) => ({ shop, orders: store.orders.ringing() })),
    rules,
    now,
    onScreens: () => {
      tell('connection');
      soundCheck.update();
    },
  });
  const soundCheck = startSoundCheck({
    ringing,
    hours: rules,
    checkAt: () => values().soundCheckAt,
    keep: createSoundCheckFile({ dataFolder, log }),
    readSystem: () => readSystemSound(process.platform),
    now,
    onChange: () => tell('bell'),
  });

  return {
    ringing,
    soundCheck,
    settingsChanged(): void {
      ringing.update();
      soundCheck.update();
    },
    stop(): void {
      soundCheck.stop();
      ringing.stop();
    },
  };
}
export type Bell = ReturnType<typeof startBell>;
