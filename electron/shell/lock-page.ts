import { app, session } from 'electron';
import type { WebContents } from 'electron';
import { isPageAddress } from './page-address.ts';

/** The one permission that is given: "copy" buttons write text, nothing is ever read. */
const GIVEN = 'clipboard-sanitized-write';

/** Keeps every page where it is: no navigation, no windows, no guests, no permissions. Electron's own default grants all of them. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => answer(permission === GIVEN && isPageAddress(details.requestingUrl)));
  ours.setPermissionCheckHandler((_contents, permission, origin) => permission === GIVEN && isPageAddress(origin));
  ours.setDevicePermissionHandler(() => false);
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
