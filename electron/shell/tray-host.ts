import { execFile } from 'node:child_process';

/**
 * Whether this desktop shows tray icons. Windows and macOS do. On Linux it is asked of the session bus whether anybody watches for
 * StatusNotifier items (GNOME without the AppIndicator extension does not); Electron itself cannot tell. No answer counts as no.
 */
export function hasTrayHost(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform === 'win32' || platform === 'darwin') return Promise.resolve(true);
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner'];
  return new Promise((resolve) => {
    execFile('dbus-send', [...bus, 'string:org.kde.StatusNotifierWatcher'], { timeout: 2000 }, (error, out) => {
      resolve(!error && out.includes('boolean true'));
    });
  });
}
