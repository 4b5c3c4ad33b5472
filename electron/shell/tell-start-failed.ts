import { app, dialog } from 'electron';
import { StartError } from '../start-error.ts';

/** Says why Shopbell cannot start: one sentence on standard error, and the same in a dialog. A bug is shown as what it is. */
export function tellStartFailed(error: unknown, log: (line: string) => void): void {
  const expected = error instanceof StartError;
  const sentence = error instanceof Error ? error.message : String(error);
  log(`cannot start: ${sentence}`);
  if (!expected && error instanceof Error && error.stack) log(error.stack);
  dialog.showErrorBox(`${app.getName()} cannot start`, expected ? sentence : `Something unexpected happened: ${sentence}`);
}
