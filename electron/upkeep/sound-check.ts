import type { SoundCheckView, SystemSound } from '../../shared/contract/bell.ts';
import { type BellHours, hourSilence, isOpen } from '../../shared/domain/bell-hours.ts';
import { isCheckDue, lastDailyCheck, type SoundCheckKept, soundTrouble } from '../../shared/domain/sound-check.ts';
import type { SoundReading } from './read-system-sound.ts';
import type { Ringing } from './ringing.ts';

export type SoundCheckOptions = {
  ringing: Pick<Ringing, 'check' | 'screens' | 'isHere' | 'lackOutput'>;
  hours: () => BellHours;
  /** "HH:MM", or empty: never. */
  checkAt: () => string;
  keep: { read: () => SoundCheckKept | null; write: (kept: SoundCheckKept) => void };
  /** What this machine says of its sound. */
  readSystem: () => Promise<SoundReading>;
  now: () => number;
  /** Something of the view changed. */
  onChange: () => void;
  everyMs?: number;
};

const EVERY_MS = 60_000;
const UNKNOWN: SystemSound = { state: 'unknown', volume: null, output: null, readAt: null };

/**
 * Proves the bell: plays the alarm once a day and when asked, keeps what a person answered, and says what is wrong until it is
 * mended. The system is asked only while a screen makes its sound on this machine: a browser may be anywhere.
 */
export function startSoundCheck(options: SoundCheckOptions) {
  const { ringing, now, keep } = options;
  let kept: SoundCheckKept = keep.read() ?? { since: now(), askedAt: null, answer: null };
  keep.write(kept);
  let system = UNKNOWN;
  let reading: Promise<void> | null = null;
  let wasHere = false;
  let lookedAt = now();
  let told = '';
  let stopped = false;
  const timer = setInterval(look, options.everyMs ?? EVERY_MS);

  function view(): SoundCheckView {
    const { timeZone } = options.hours();
    const here = ringing.isHere() ? system : UNKNOWN;
    return {
      askedAt: kept.askedAt,
      answer: kept.answer,
      due: isCheckDue(kept, now(), options.checkAt(), timeZone),
      system: here,
      trouble: soundTrouble({
        system: here.state,
        lackOutput: ringing.lackOutput(),
        ready: ringing.screens().soundReady,
        isOpen: isOpen(now(), options.hours()),
        answer: kept.answer,
      }),
    };
  }

  /** Tells what changed; that the system was read again is no news while it says the same. */
  function tell(): void {
    if (stopped) return;
    const { system: read, ...rest } = view();
    const words = JSON.stringify([rest, read.state, read.volume, read.output]);
    if (words === told) return;
    told = words;
    options.onChange();
  }

  function change(next: Partial<SoundCheckKept>): void {
    kept = { ...kept, ...next };
    keep.write(kept);
    tell();
  }

  function read(): Promise<void> {
    reading ??= options
      .readSystem()
      .then((result) => {
        system = { ...result, readAt: now() };
        tell();
      })
      .finally(() => (reading = null));
    return reading;
  }

  function play(): void {
    ringing.check();
    change({ askedAt: now() });
  }

  function look(): void {
    if (stopped) return;
    if (ringing.isHere()) void read();
    const hour = lastDailyCheck(kept, now(), options.checkAt(), options.hours().timeZone);
    const came = hour !== null && hour > lookedAt && hour <= now();
    lookedAt = now();
    // Whom it would wake, or who is not there, is only asked, on the page.
    if (came && ringing.screens().connected > 0 && hourSilence(now(), options.hours()) === null) play();
    tell();
  }

  return {
    view,
    /** A screen came, went, or said something of its sound; or settings changed. */
    update(): void {
      const here = ringing.isHere();
      if (here && !wasHere) void read();
      wasHere = here;
      tell();
    },
    /** Plays the alarm on every screen, and asks. */
    async check(): Promise<SoundCheckView> {
      play();
      if (ringing.isHere()) await read();
      return view();
    },
    answer(heard: boolean): SoundCheckView {
      change({ askedAt: null, answer: { at: now(), heard } });
      return view();
    },
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
