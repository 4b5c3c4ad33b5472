import { app, BrowserWindow } from 'electron';
import { lockPages } from '../../../electron/shell/lock-page.ts';
import { openTicket } from '../../../electron/shell/open-ticket.ts';
import { createSystemPrinters } from '../../../electron/shell/system-printers.ts';

/** A program with nothing but the printers in it: what prints in a shop runs in the same window here. */
void app.whenReady().then(async () => {
  lockPages();
  const ask = new BrowserWindow({ show: false });
  // Playwright waits for whatever window is there to have loaded something.
  await ask.loadURL('data:text/html,<title>printers</title>');
  const said: string[] = [];
  Object.assign(globalThis, { printers: createSystemPrinters((line) => said.push(line)), openTicket, said });
});
