import { app, session } from 'electron';
import type { WebContents } from 'electron';
import { isPageAddress } from './page-address.ts';

/** Given at any time: "copy" buttons write text, nothing is ever read. */
const GIVEN = 'clipboard-sanitized-write';
/** Given for sound alone, never for pictures: the page asks for it when a voice note is recorded, and lets it go at once after. */
const RECORDING = 'media';

/** Keeps every page where it is: no navigation, no windows, no guests, no permissions but two. Electron's own default grants all of them. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const sound = permission === RECORDING && 'mediaTypes' in details && details.mediaTypes?.join() === 'audio';
    answer((permission === GIVEN || sound) && isPageAddress(details.requestingUrl));
  });
  ours.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const sound = permission === RECORDING && details.mediaType === 'audio';
    return (permission === GIVEN || sound) && isPageAddress(origin);
  });
  ours.setDevicePermissionHandler(() => false);
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
