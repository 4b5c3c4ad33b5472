import { onTestFinished } from 'vitest';
import type { BellRules } from '../../shared/domain/bell-rules.ts';
import type { BellEvent } from '../../shared/contract/live.ts';
import { startRinging, type WaitingOrder } from '../../electron/upkeep/ringing.ts';

type Given = Partial<BellRules> & { now?: () => number };

/** A bell over two lines whose waiting orders the test sets; nothing is quiet unless the test says so. */
export function openBell({ now = Date.now, ...given }: Given = {}) {
  const waiting = { real: [] as WaitingOrder[], practice: [] as WaitingOrder[] };
  let told = 0;
  let reads = 0;
  let rules: BellRules = {
    everyMs: 60_000,
    forMs: 0,
    ringInQuietHours: false,
    quietHours: { on: false, from: '22:00', to: '07:00' },
    openingHours: [[], [], [], [], [], [], []],
    timeZone: 'Europe/Berlin',
    ...given,
  };
  const bell = startRinging({
    waiting: () => {
      reads += 1;
      return [
        { shop: 'real', orders: [...waiting.real] },
        { shop: 'practice', orders: [...waiting.practice] },
      ];
    },
    rules: () => rules,
    now,
    onScreens: () => void (told += 1),
  });
  onTestFinished(() => bell.stop());
  const order = (id: number | WaitingOrder): WaitingOrder => (typeof id === 'number' ? { id, from: now(), late: false } : id);
  const set = (real: (number | WaitingOrder)[], practice: number[] = []) => {
    const stays = (line: WaitingOrder[], next: number | WaitingOrder) => line.find(({ id }) => id === next) ?? order(next);
    waiting.real = real.map((one) => stays(waiting.real, one));
    waiting.practice = practice.map((one) => stays(waiting.practice, one));
    bell.update();
  };
  const change = (next: Partial<BellRules>) => {
    rules = { ...rules, ...next };
    bell.update();
  };
  /** A screen that reads as fast as it can; `heard` is what came. */
  const screen = (screenId: string) => {
    const heard: BellEvent[] = [];
    const left = new AbortController();
    const over = (async () => {
      for await (const event of bell.listen(screenId, 'browser', left.signal)) heard.push(event);
    })();
    onTestFinished(() => left.abort());
    const rings = () => heard.filter((event) => event.ring).length;
    const leave = async () => {
      left.abort();
      await over;
    };
    return { heard, rings, leave, over };
  };
  return { bell, set, change, screen, told: () => told, reads: () => reads };
}
