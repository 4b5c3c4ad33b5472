import { app, BrowserWindow } from 'electron';
import { lockPages } from '../../../electron/shell/lock-page.ts';
import { openTicket } from '../../../electron/shell/open-ticket.ts';
import { createSystemPrinters } from '../../../electron/shell/system-printers.ts';

/** A program with nothing but the printers in it: what prints in a shop runs in the same window here. */
void app.whenReady().then(async () => {
  lockPages();
  const said: string[] = [];
  const printers = createSystemPrinters((line) => said.push(line));
  const early = await printers.print('<p>1</p>', { printer: 'Any', paper: '80', copies: 1 });
  const ask = new BrowserWindow({ show: false });
  // Playwright waits for whatever window is there to have loaded something.
  await ask.loadURL('data:text/html,<title>printers</title>');
  Object.assign(globalThis, { printers, openTicket, said, early });
});
