import type { App } from '../app.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import type { NoticeActs } from './act-on-notices.ts';
import { judgeLight, NO_STORY } from './judge-light.ts';
import { lightNoticeText } from './light-text.ts';
import type { NotificationWish, Shown } from './show-notification.ts';
import { writeToastTag } from './toast-address.ts';
import type { ToastAddress } from './toast-address.ts';
import type { Words } from './words.ts';

export type LightTeller = {
  app: Pick<App, 'onNews'> & { desk: Pick<App['desk'], 'light' | 'isOpen' | 'isQuiet' | 'toastKey'> };
  acts: Pick<NoticeActs, 'open'>;
  settings: Pick<EffectiveSettings, 'values'>;
  words: Words;
  /** Divides the pauses; 1 in a shop. */
  pace: number;
  now: () => number;
  /** Runs over and over; returns the end of it. */
  every: (run: () => void, ms: number) => () => void;
  show: (wish: NotificationWish) => Shown;
};

const ADDRESS: ToastAddress = { shop: 'real', what: 'connection' };
const LOOK_MS = 5_000;
const LEAST_LOOK_MS = 250;

/**
 * Tells of the real shop's light: red for a minute, or at once where only a person can mend it; not red any more; silence longer than usual. Of the practice
 * shop nothing is told: its troubles are made on purpose. While the bell is silent for the hour and the shop closed, it waits.
 */
export function tellOfLight({ app, acts, settings, words, pace, now, every, show }: LightTeller): () => void {
  const { desk } = app;
  let story = NO_STORY;
  let standing: Shown | null = null;

  function look(): void {
    const seen = desk.light('real');
    if (!seen) return;
    const mayTell = settings.values().notifications && (desk.isOpen() || !desk.isQuiet());
    const judged = judgeLight(story, { ...seen, mayTell, pace, now: now() });
    ({ story } = judged);
    const { notice } = judged;
    if (!story.told) close();
    if (!notice) return;
    close();
    const key = desk.toastKey('real');
    const isRed = notice.what === 'red';
    const shown = show({
      ...lightNoticeText(notice, seen.light, { i18n: words.i18n, locale: words.locale() }),
      stays: isRed,
      urgent: isRed && !desk.isQuiet(),
      tag: key === null ? undefined : writeToastTag(ADDRESS, key),
      onClick() {
        if (standing === shown) standing = null;
        acts.open(ADDRESS);
      },
    });
    if (isRed) standing = shown;
  }

  function close(): void {
    standing?.close();
    standing = null;
  }

  const ends = [
    app.onNews((shop, news) => {
      if (shop === 'real' && news.some(({ kind }) => kind === 'connection')) look();
    }),
    every(look, Math.max(LOOK_MS / pace, LEAST_LOOK_MS)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
