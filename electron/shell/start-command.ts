import { createHash } from 'node:crypto';
import { app } from 'electron';
import type { StartCommand } from './desktop-entry.ts';

/** Of a start at login: no window comes up. */
export const HIDDEN_FLAG = '--hidden';

export type StartChoices = {
  /** Null: the system's own place. */
  dataFolder: string | null;
  /** As it was given on the command line. */
  webhookPort: string | null;
};

/** How the login starts the program so that it is this shop again: what the command line of now chose, and no window. Variables of the environment are the login's own. */
export function startCommand({ dataFolder, webhookPort }: StartChoices): StartCommand {
  return {
    // An AppImage is mounted elsewhere at each start; this names the file itself.
    program: process.env['APPIMAGE'] ?? process.execPath,
    args: [
      ...(app.isPackaged ? [] : [app.getAppPath()]),
      ...(process.argv.includes('--no-sandbox') ? ['--no-sandbox'] : []),
      HIDDEN_FLAG,
      ...(dataFolder === null ? [] : [`--data=${dataFolder}`]),
      ...(webhookPort === null ? [] : [`--webhook-port=${webhookPort}`]),
    ],
  };
}

/** Tells the entries of several shops on one computer apart; empty for the one in the system's own place. */
export function entrySuffix(dataFolder: string | null): string {
  return dataFolder === null ? '' : `-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)}`;
}

/** Whether this start was made by the login. macOS hands over no arguments then. */
export function startedAtLogin(): boolean {
  return process.argv.includes(HIDDEN_FLAG) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
}
