import { app, Menu } from 'electron';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/**
 * macOS takes copy, paste and quit from the menu, so it has the standard ones. Elsewhere it holds "Quit" alone (behind Alt, and Ctrl+Q):
 * where there is no tray, nothing else would end the program. Nothing reloads the page or opens developer tools by a key, except when
 * run from the source tree.
 */
export function setApplicationMenu({ i18n, quit }: { i18n: I18n; quit: () => void }): void {
  const developing = app.isPackaged ? [] : [{ role: 'viewMenu' as const }];
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, ...developing, { role: 'windowMenu' }]));
    return;
  }
  const own = { label: 'Shopbell', submenu: [{ label: i18n._(msg`Quit Shopbell`), accelerator: 'Ctrl+Q', click: quit }] };
  Menu.setApplicationMenu(Menu.buildFromTemplate([own, ...developing]));
}
