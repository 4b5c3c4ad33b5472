import { app, session, shell } from 'electron';
import type { MediaAccessPermissionRequest, PermissionRequest, WebContents } from 'electron';
import { opensOutside } from './opens-outside.ts';
import { isPageAddress } from './page-address.ts';

/** Given to our page: "copy" buttons write text, nothing is ever read. */
const GIVEN = 'clipboard-sanitized-write';

/**
 * Keeps every page where it is: no navigation, no windows, no guests, no permissions but "copy" and the microphone for voice notes, both
 * for our page alone. Electron's own default grants all of them.
 */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isPageAddress(details.requestingUrl) && (permission === GIVEN || (permission === 'media' && asksSoundAlone(details)))),
  );
  ours.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) => isPageAddress(origin) && (permission === GIVEN || (permission === 'media' && mediaType === 'audio')),
  );
  ours.setDevicePermissionHandler(() => false);
}

/** Sound and no picture: the page asks only when somebody begins to record, and lets go of it at the end. */
function asksSoundAlone(details: PermissionRequest | MediaAccessPermissionRequest): boolean {
  const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
  return kinds.length === 1 && kinds[0] === 'audio';
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (opensOutside(url) && isPageAddress(contents.getURL())) void shell.openExternal(url).catch(() => undefined);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
