import { expect, onTestFinished, test } from 'vitest';
import type { LightView } from '../../shared/contract/connection.ts';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { News } from '../../shared/contract/live.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { NotificationWish } from '../../electron/shell/show-notification.ts';
import { tellOfLight } from '../../electron/shell/tell-of-light.ts';
import { readActivation } from '../../electron/shell/toast-address.ts';
import { createWords } from '../../electron/shell/words.ts';

const KEY = 'key of the real shop';
const SEEN: LightView = { tone: 'good', proof: null, reason: null, since: 0, provedAt: 0, metaAt: 5, action: null };
const CUT: LightView = { ...SEEN, tone: 'bad', proof: 'loop', reason: 'loop-unreachable', action: 'restart-tunnel' };

/** What a desktop shows of one shop's light; time passes by `pass`, in seconds. */
function watch(of: ShopKind, { language = 'en', hours = { open: true, quiet: false }, notifications = true } = {}) {
  const words = createWords(() => 'en-GB');
  words.choose(language as Settings['language']);
  const standing: NotificationWish[] = [];
  const shown: NotificationWish[] = [];
  const opened: unknown[] = [];
  const listeners = new Set<(shop: ShopKind, news: readonly News[]) => void>();
  let light = SEEN;
  let now = Date.parse('2026-01-12T09:00:00');
  let run = (): void => undefined;
  const set = { hours, notifications };
  const stop = tellOfLight({
    app: {
      onNews(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      desk: {
        light: (shop: ShopKind) => (shop === of ? { light, reachedBefore: true } : null),
        isOpen: () => set.hours.open,
        isQuiet: () => set.hours.quiet,
        toastKey: () => KEY,
      },
    },
    acts: { open: (address) => void opened.push(address) },
    settings: { values: () => ({ notifications: set.notifications }) as Settings },
    words,
    pace: 1,
    now: () => now,
    every(look) {
      run = look;
      return () => (run = () => undefined);
    },
    show(wish) {
      standing.push(wish);
      shown.push(wish);
      return { close: () => void standing.splice(standing.indexOf(wish), 1) };
    },
  });
  onTestFinished(stop);
  return {
    set,
    standing,
    shown,
    opened,
    stop,
    see(next: LightView): void {
      light = next;
      for (const listener of listeners) listener(of, [{ kind: 'connection' }]);
    },
    pass(seconds: number): void {
      for (let second = 0; second < seconds; second += 5) {
        now += 5_000;
        run();
      }
    },
  };
}

test('red is told with its reason, stays until it is green again, and its click opens the connection', () => {
  const desk = watch('real');
  desk.see(CUT);
  desk.pass(55);
  expect(desk.shown).toEqual([]);
  desk.pass(5);
  expect(desk.standing).toEqual([
    expect.objectContaining({
      title: 'Meta cannot reach this shop',
      body: 'The public address does not answer. Look whether this computer is on the internet, and whether the tunnel stands. It is tried again every minute.',
      stays: true,
      urgent: true,
    }),
  ]);
  const tag = desk.standing[0]?.tag ?? '';
  expect(readActivation(`type=click&tag=${tag}`, () => KEY)).toEqual({ address: { shop: 'real', what: 'connection' }, accept: false });
  desk.see(SEEN);
  desk.pass(60);
  expect(desk.standing.map(({ title, body, stays }) => ({ title, body, stays }))).toEqual([
    {
      title: 'Meta reaches this shop again',
      body: 'The light was red from 09:00 to 09:01. What customers sent meanwhile comes by itself.',
      stays: false,
    },
  ]);
  desk.standing[0]?.onClick();
  expect(desk.opened).toEqual([{ shop: 'real', what: 'connection' }]);
});

test('an amber that follows red says so, in German too', () => {
  const desk = watch('real', { language: 'de' });
  desk.see(CUT);
  desk.pass(60);
  desk.see({ ...SEEN, tone: 'warn', proof: 'loop', reason: 'loop-blocked', action: 'check-now' });
  desk.pass(60);
  expect(desk.shown.map(({ title }) => title)).toEqual(['Meta erreicht diesen Laden nicht', 'Wahrscheinlich erreichbar']);
});

test('a silence longer than usual is told once, and goes by itself', () => {
  const desk = watch('real');
  desk.see({ ...SEEN, tone: 'warn', proof: 'arrivals', reason: 'silent-too-long', action: 'check-now' });
  desk.pass(600);
  expect(desk.shown).toEqual([expect.objectContaining({ title: 'Nothing has arrived for longer than usual', stays: false, urgent: false })]);
});

test('while the shop is closed and the bell silent it waits; in quiet hours an open shop is told, without urgency', () => {
  const night = watch('real', { hours: { open: false, quiet: true } });
  night.see(CUT);
  night.pass(600);
  expect(night.shown).toEqual([]);
  night.set.hours = { open: true, quiet: true };
  night.pass(5);
  expect(night.shown).toEqual([expect.objectContaining({ title: 'Meta cannot reach this shop', urgent: false })]);
});

test('nothing is told of the practice shop, where no notifications are wanted, and after the end', () => {
  const practice = watch('practice');
  const unwanted = watch('real', { notifications: false });
  const ended = watch('real');
  ended.stop();
  for (const desk of [practice, unwanted, ended]) {
    desk.see(CUT);
    desk.pass(600);
    expect(desk.shown).toEqual([]);
  }
});
