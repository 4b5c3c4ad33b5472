import { app, Notification } from 'electron';

/** Ours alone, and for good: Windows finds the program by it when an old notification is clicked. */
const TOAST_ACTIVATOR = '{6F0E1C52-3B1D-4C0B-9A53-5E1B7A0C9D41}';

/** Windows: a click on a notification in the Action Center, whose object is long gone, shows the window. Both calls are newer than Electron 33. */
export function prepareToasts(show: () => void): void {
  if (process.platform !== 'win32') return;
  if (typeof app.setToastActivatorCLSID === 'function') app.setToastActivatorCLSID(TOAST_ACTIVATOR);
  if (typeof Notification.handleActivation === 'function') Notification.handleActivation(show);
}
