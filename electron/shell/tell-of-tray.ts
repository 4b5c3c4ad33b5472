import { msg } from '@lingui/core/macro';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import { showNotification } from './show-notification.ts';
import type { Words } from './words.ts';

type Telling = { tray: boolean; settings: EffectiveSettings; words: Words; show: () => void; log: (line: string) => void };

/** The first time that the window is closed, says where it went and that orders still ring. */
export function tellOfTray({ tray, settings, words: { i18n }, show, log }: Telling): void {
  if (settings.values().toldAboutTray) return;
  const body = tray
    ? i18n._(msg`Orders keep ringing. Click the bell beside the clock to see the window again, or to quit.`)
    : i18n._(msg`Orders keep ringing. The window is minimised; start Shopbell again to see it.`);
  showNotification({ title: i18n._(msg`Shopbell keeps running`), body, stays: false, urgent: false, onClick: show }, log);
  settings.save({ toldAboutTray: true });
}
