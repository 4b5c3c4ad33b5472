import { spawn } from 'node:child_process';

/** True where a browser can be expected to show itself: not on a build machine, and on Linux only with a display. */
export function hasBrowser(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment['CI']) return false;
  return platform === 'darwin' || platform === 'win32' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** The system's own command that opens an address. Windows: not by `start`, which would read `&` and `%` in it. */
export function browserCommand(platform: NodeJS.Platform, url: string): { command: string; args: string[] } {
  if (platform === 'darwin') return { command: 'open', args: [url] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  return { command: 'xdg-open', args: [url] };
}

/** Opens an address in the person's browser and forgets about it: a missing command is no failure, the address was printed. */
export function openBrowser(platform: NodeJS.Platform, url: string): void {
  const { command, args } = browserCommand(platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
