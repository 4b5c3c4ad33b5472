import { app, nativeImage } from 'electron';
import type { BrowserWindow } from 'electron';
import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import waitingPicture from './pictures/waiting.png?inline';

/** Shows on the dock or task bar how many orders wait. */
export function showBadge(window: BrowserWindow, waiting: number, i18n: I18n): void {
  // False where the desktop has no launcher badges; there is nothing else to try.
  app.setBadgeCount(waiting);
  if (window.isDestroyed() || process.platform !== 'win32') return;
  const picture = waiting > 0 ? nativeImage.createFromDataURL(waitingPicture) : null;
  window.setOverlayIcon(picture, waiting > 0 ? i18n._(msg`${plural(waiting, { one: '# order waiting', other: '# orders waiting' })}`) : '');
}
