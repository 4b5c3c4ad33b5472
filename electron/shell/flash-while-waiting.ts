import type { BrowserWindow } from 'electron';

/** Windows flashes a few times and then only stays lit, macOS bounces once: so it is asked for again. */
const AGAIN_MS = 10_000;

/** Makes the window's entry in the task bar (the dock) flash while orders wait and the window has not the focus. */
export function flashWhileWaiting(window: BrowserWindow): { update(waiting: number): void } {
  let waits = false;
  let timer: NodeJS.Timeout | undefined;

  function flash(): void {
    if (window.isDestroyed()) return;
    const on = waits && !window.isFocused();
    window.flashFrame(on);
    clearTimeout(timer);
    timer = on ? setTimeout(flash, AGAIN_MS) : undefined;
  }

  window.on('focus', flash);
  window.on('blur', flash);
  window.on('closed', () => clearTimeout(timer));
  return {
    update(waiting) {
      waits = waiting > 0;
      flash();
    },
  };
}
