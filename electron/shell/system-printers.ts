import { BrowserWindow } from 'electron';
import { openTicket } from './open-ticket.ts';
import type { OpenTicket, TicketPaper } from './open-ticket.ts';
import { isOff, reasonOfFailure } from './printer-state.ts';
import type { TellingPrinter } from './printer-state.ts';

type Failed = { ok: false; reason: 'printer-off' | 'printer-refused' | 'printer-missing'; detail: string };
type Options = { printer: string; paper: TicketPaper; copies: number };

/** A driver that asks a question of its own, or a spooler that is stuck, never answers. */
const PATIENCE_MS = 20_000;

/** The printers of the computer, for the worker that prints. Electron asks the system through a page, whichever. */
export function createSystemPrinters(log: (line: string) => void) {
  /** Null where nobody can be asked: before there is a window, and where the system gives no answer. */
  async function tell(): Promise<TellingPrinter[] | null> {
    const [any] = BrowserWindow.getAllWindows();
    return any === undefined ? null : within(any.webContents.getPrintersAsync(), PATIENCE_MS);
  }

  /** Up to Electron 35 the system's default one is named; later nobody tells. */
  const isDefault = (printer: TellingPrinter) => printer.isDefault === true;

  return {
    list: async () =>
      ((await tell()) ?? []).map((printer) => ({ name: printer.name, label: printer.displayName || printer.name, isDefault: isDefault(printer) })),
    async print(html: string, options: Options): Promise<{ ok: true } | Failed> {
      const printers = await tell();
      // What waited since the last time is tried before the window is there. It stays where it is, and is tried again.
      if (printers === null) return { ok: false, reason: 'printer-off', detail: 'nobody can be asked about printers yet' };
      const [first] = printers;
      const wanted = options.printer === '' ? (printers.find(isDefault) ?? first) : printers.find(({ name }) => name === options.printer);
      if (!wanted) return { ok: false, reason: 'printer-missing', detail: `the system has ${printers.length} printers, and none of that name` };
      if (isOff(wanted)) return { ok: false, reason: 'printer-off', detail: 'the system says that it is off' };
      const opening = openTicket(html, options.paper);
      try {
        const ticket = await within(opening, PATIENCE_MS);
        const answer = ticket && (await within(send(ticket, options, wanted.name), PATIENCE_MS));
        return answer ?? { ok: false, reason: 'printer-refused', detail: ticket ? 'the system gave no answer' : 'the ticket could not be laid out' };
      } catch (error) {
        log(`a ticket could not be laid out or printed: ${String(error)}`);
        return { ok: false, reason: 'printer-refused', detail: String(error) };
      } finally {
        // Also a window that comes to be only after nobody waits for it any more.
        opening.then(({ window }) => window.destroy()).catch(() => undefined);
      }
    },
  };
}

/** A fresh object for each call: `print()` writes into the one it is given. */
function send({ window, size }: OpenTicket, { paper, copies }: Options, deviceName: string): Promise<{ ok: true } | Failed> {
  return new Promise((resolve) => {
    window.webContents.print(
      {
        silent: true,
        deviceName,
        copies,
        printBackground: true,
        // A sheet's page says its own margins, which only the default ones leave in force.
        margins: { marginType: paper === 'a4' ? 'default' : 'none' },
        pageSize: paper === 'a4' ? 'A4' : { ...size },
      },
      (success, failure) => resolve(success ? { ok: true } : { ok: false, reason: reasonOfFailure(failure), detail: failure }),
    );
  });
}

/** Null where no answer came in time. */
async function within<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
