import { app, Notification } from 'electron';
import type { App } from '../app.ts';
import type { NoticeActs } from './act-on-notices.ts';
import { HIDDEN_FLAG } from './start-command.ts';
import { findActivation, readActivation } from './toast-address.ts';

/** Ours alone, and for good: Windows finds the program by it when an old notification is clicked. */
const TOAST_ACTIVATOR = '{6F0E1C52-3B1D-4C0B-9A53-5E1B7A0C9D41}';

export type ToastActivations = { desk: Pick<App['desk'], 'toastKey'>; acts: NoticeActs; showWindow: () => void; log: (line: string) => void };

/**
 * Windows: a click in the Action Center, on a notification whose object is long gone or whose program had ended, opens or takes that order.
 * Windows hands over what was clicked to the program that runs, or starts it (again) with it as an argument. What is of another memory,
 * forged, or somebody else's shows the window and does nothing. Both calls are newer than Electron 33.
 */
export function prepareToasts({ desk, acts, showWindow, log }: ToastActivations): void {
  function activate(given: string): void {
    const activation = readActivation(given, desk.toastKey);
    if (!activation) {
      log('a notification was clicked that is of no order here');
      showWindow();
      return;
    }
    const { address, accept } = activation;
    if (accept && address.what === 'order') acts.accept(address.shop, address.orderId);
    else acts.open(address);
  }

  app.on('second-instance', (_event, _commandLine, _folder, handed) => {
    const args = argumentsOf(handed);
    // The login starts what runs already: nobody asked to see it.
    if (args.includes(HIDDEN_FLAG)) return;
    const given = findActivation(args);
    if (given === null) showWindow();
    else activate(given);
  });
  const first = findActivation(process.argv);
  if (first !== null) activate(first);
  if (typeof app.setToastActivatorCLSID === 'function') app.setToastActivatorCLSID(TOAST_ACTIVATOR);
  if (process.platform === 'win32' && typeof Notification.handleActivation === 'function') {
    Notification.handleActivation((details) => activate(details.arguments));
  }
}

/** What a second start hands to the first one; another program could hand anything. */
function argumentsOf(handed: unknown): string[] {
  if (typeof handed !== 'object' || handed === null || !('arguments' in handed) || !Array.isArray(handed.arguments)) return [];
  return handed.arguments.filter((argument) => typeof argument === 'string');
}
