import type { ShopKind } from '../../shared/contract/common.ts';
import type { BellEvent } from '../../shared/contract/live.ts';
import { hourSilence } from '../../shared/domain/bell-hours.ts';
import { type BellRules, type BellStand, bellStand, ringsAnew, type Waiting } from '../../shared/domain/bell-rules.ts';
import { createScreens, type ScreenPlace } from './screens.ts';

/** Far below what an ear could tell. */
const UPDATE_AFTER_MS = 20;
/** The clock is looked at again after this at the latest: a computer sleeps, and its clock is set. */
const LOOK_AFTER_MS = 60_000;

/** An order that waits to be taken: since when it rings (ms since epoch), and whether it came late. */
export type WaitingOrder = { id: number; from: number; late: boolean };

export type RingingOptions = {
  /** Orders that wait to be taken, per line: read from memory each time, never from an event. */
  waiting: () => { shop: ShopKind; orders: WaitingOrder[] }[];
  /** As set now. */
  rules: () => BellRules;
  now: () => number;
  /** Told when a screen came, went, or said something else of its sound. */
  onScreens: () => void;
};

type Now = { lines: BellEvent['ringing']; waiting: Map<string, Waiting>; stand: BellStand };

/**
 * The bell: says to every screen when to sound. Which orders ring, and whether they may, is derived from their states and the
 * settings, so a start after a crash rings on, and an order taken anywhere is quiet everywhere at once.
 */
export function startRinging({ waiting, rules, now, onScreens }: RingingOptions) {
  const screens = createScreens(onScreens);
  let known: Now = { lines: [], waiting: new Map(), stand: { silent: null, silentUntil: null, everyMs: null, changesAt: null } };
  let pulses: { timer: NodeJS.Timeout; everyMs: number } | null = null;
  let looking: NodeJS.Timeout | undefined;
  let updating: NodeJS.Timeout | undefined;
  let stopped = false;

  function look(): Now {
    const lines = waiting();
    const all = lines.flatMap(({ shop, orders }) => orders.map(({ id, from, late }): Waiting => ({ key: `${shop}/${id}`, from, late })));
    const newest = all.reduce<number | null>((most, { from }) => Math.max(most ?? from, from), null);
    return {
      lines: lines.map(({ shop, orders }) => ({
        shop,
        orderIds: orders.map(({ id }) => id),
        lateIds: orders.filter(({ late }) => late).map(({ id }) => id),
      })),
      waiting: new Map(all.map((one) => [one.key, one])),
      stand: bellStand(now(), newest, rules()),
    };
  }

  function eventOf({ lines, waiting: keys, stand }: Now, sounds: Partial<Pick<BellEvent, 'ring' | 'tone' | 'check'>>): BellEvent {
    const { silent, silentUntil } = keys.size > 0 ? stand : { silent: null, silentUntil: null };
    return { ringing: lines, silent, silentUntil, check: false, ring: false, tone: false, ...sounds };
  }

  function pulse(): void {
    const next = look();
    // The last one was taken, or an hour of silence began, and this pulse came first.
    if (next.waiting.size === 0 || next.stand.everyMs !== pulses?.everyMs) return settle();
    known = next;
    screens.tell(eventOf(next, { ring: true }));
  }

  function setPulses(everyMs: number | null, anew: boolean): void {
    if (pulses?.everyMs === everyMs && !anew) return;
    clearInterval(pulses?.timer);
    pulses = everyMs === null ? null : { timer: setInterval(pulse, everyMs), everyMs };
  }

  function lookAgain({ waiting: { size }, stand: { changesAt } }: Now): void {
    clearTimeout(looking);
    if (size > 0 && changesAt !== null) looking = setTimeout(settle, Math.min(Math.max(changesAt - now(), 1), LOOK_AFTER_MS));
  }

  /** Orders or settings changed. Asked for often under load, memory is read once for many changes. */
  function update(): void {
    if (stopped) return;
    updating ??= setTimeout(() => {
      updating = undefined;
      settle();
    }, UPDATE_AFTER_MS);
  }

  /** A new order rings at once, together with what waits already; so does what waited when a silence ends. The last one taken ends it. */
  function settle(): void {
    if (stopped) return;
    const before = known;
    const next = look();
    known = next;
    const { everyMs } = next.stand;
    const mayRing = next.waiting.size > 0 && everyMs !== null;
    const silenceOver = before.waiting.size > 0 && before.stand.everyMs === null;
    const ring = mayRing && (silenceOver || ringsAnew(before.waiting, [...next.waiting.values()]));
    setPulses(mayRing ? everyMs : null, ring);
    lookAgain(next);
    const changed = JSON.stringify(eventOf(next, {})) !== JSON.stringify(eventOf(before, {}));
    if (ring || changed) screens.tell(eventOf(next, { ring }));
  }

  return {
    update,
    /** The computer slept: what rings does so now, not after what was left of a timer that stood still. */
    wakeUp(): void {
      if (stopped) return;
      if (pulses === null) return settle();
      setPulses(pulses.everyMs, true);
      pulse();
    },
    /** Somebody wrote: the softer tone, once; never in an hour of silence. Messages come by the thousand, so memory is not read for it. */
    tone(): void {
      if (!stopped && screens.count().connected > 0 && hourSilence(now(), rules()) === null) screens.tell(eventOf(known, { tone: true }));
    },
    /** The alarm once, on every screen, whatever the hour. */
    check(): void {
      if (!stopped) screens.tell(eventOf(look(), { check: true }));
    },
    /** The bell for one screen; it counts as connected while it listens. */
    async *listen(screenId: string, place: ScreenPlace, signal?: AbortSignal): AsyncGenerator<BellEvent, void, void> {
      if (stopped) return;
      // What is new rings on the others now; this one must not hear it twice.
      settle();
      const rings = known.waiting.size > 0 && known.stand.silent === null;
      yield* screens.listen(screenId, place, eventOf(known, { ring: rings }), signal);
    },
    setSound: screens.setSound,
    screens: screens.count,
    isHere: screens.isHere,
    lackOutput: screens.lackOutput,
    /** Its screens come to an end with it. */
    stop(): void {
      stopped = true;
      setPulses(null, true);
      clearTimeout(looking);
      clearTimeout(updating);
      screens.end();
    },
  };
}
export type Ringing = ReturnType<typeof startRinging>;
