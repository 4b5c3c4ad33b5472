import type { BrowserWindow } from 'electron';

/** A page that crashes once is back before the next ring; one that crashes again and again is given time, but never given up. */
export function keepPageAlive(window: BrowserWindow, log: (line: string) => void): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    const wait = crashes <= 3 ? 200 : 10_000;
    log(`the page ended (${reason}); it is loaded again in ${wait} ms`);
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, wait);
  });
  setInterval(() => {
    crashes = 0;
  }, 60_000).unref();
}
