import { app, BrowserWindow, dialog, powerMonitor } from 'electron';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/**
 * Asks before the program ends, because then nothing rings. Not asked when the session ends, on SIGTERM and the like, or when
 * SHOPBELL_QUIT_WITHOUT_ASKING=1 (services and scripts that end it themselves).
 * @returns whether the end is decided: windows may then close for good
 */
export function askBeforeQuit(i18n: I18n, environment: Readonly<Record<string, string | undefined>>): () => boolean {
  let decided = environment['SHOPBELL_QUIT_WITHOUT_ASKING'] === '1';
  let quitting = false;
  let asking = false;
  const end = () => {
    decided = true;
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (decided) {
      quitting = true;
      return;
    }
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask(i18n).then((yes) => {
      asking = false;
      if (yes) end();
    });
  });
  powerMonitor.on('shutdown', end);
  app.on('browser-window-created', (_event, window) => {
    // Windows only; the other systems send 'shutdown' or SIGTERM.
    window.on('session-end', end);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // conf's `when-exit` listens since its import, before Electron put its own handler over it; only the first listener of all sets the
    // system's handler again. Kept, it would also end the process before the line has stopped.
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  return () => quitting;
}

async function ask(i18n: I18n): Promise<boolean> {
  const question = {
    type: 'warning' as const,
    title: app.getName(),
    message: i18n._(msg`Quit Shopbell?`),
    detail: i18n._(msg`Orders will not ring until it is started again. WhatsApp keeps them for some days and delivers them then.`),
    buttons: [i18n._(msg`Quit`), i18n._(msg`Keep running`)],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const [window] = BrowserWindow.getAllWindows();
  const { response } = window?.isVisible() ? await dialog.showMessageBox(window, question) : await dialog.showMessageBox(question);
  return response === 0;
}
