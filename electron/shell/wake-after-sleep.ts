import { powerMonitor } from 'electron';

/** Timers stand still while the computer sleeps, on some systems, and go on with what was left of them: what is due is due at once. */
export function wakeAfterSleep(wakeUp: () => void): void {
  powerMonitor.on('resume', wakeUp);
  powerMonitor.on('unlock-screen', wakeUp);
}
