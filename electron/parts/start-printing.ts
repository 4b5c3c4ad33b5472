import type { News } from '../../shared/contract/live.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { askDayBook, type DayBookSource } from '../ask-day-book.ts';
import { isPrinterChosen, printTicket } from '../outbound/print-ticket.ts';
import { newsOf, startPrintWorker } from '../outbound/print-worker.ts';
import type { PrintOutcome } from '../outbound/send-to-network-printer.ts';
import type { SystemPrinters } from '../outbound/system-printers.ts';
import type { TicketSetting } from '../queries/ticket-rows.ts';
import { type Sheet, viewTicket } from '../queries/view-ticket.ts';
import type { Store } from '../store/open-store.ts';

/** What all lines share: there is one printer, and sheets of two lines must not mix. */
export type Printers = {
  /** Null where this process has no desktop. */
  system: SystemPrinters | null;
  inTurn: (work: () => Promise<PrintOutcome>) => Promise<PrintOutcome>;
};

export type PrintingOptions = {
  store: Store;
  feed: { publish: (news: readonly News[]) => void; subscribe: (listener: (news: readonly News[]) => void) => () => void };
  printers: Printers;
  values: () => Settings;
  /** ISO 639. */
  shopLanguage: () => string;
  day: DayBookSource['day'];
  /** Answers what the day book says, for a day's close. */
  reader: DayBookSource['reader'];
  heading: ((language: 'en' | 'de') => string) | null;
  now: () => number;
  log: (line: string) => void;
};

/** One line's printing: its worker, and what the page and the line's rooms ask of it. */
export function startPrinting(options: PrintingOptions) {
  const { store, feed, printers, values, now } = options;
  const setting = (): TicketSetting => ({
    shopName: values().shopName,
    shopLanguage: options.shopLanguage(),
    timeZone: options.day().timeZone,
    paper: values().printer.paper,
    qr: values().printer.qr,
    heading: options.heading,
  });
  const view = (sheet: Sheet) => viewTicket({ store, now, setting, dayBook: (day) => askDayBook(options, now(), day) }, sheet);
  let lastPrinter = JSON.stringify(values().printer);
  const worker = startPrintWorker({
    store,
    sheet: (job) =>
      job.order_id !== null
        ? view({ kind: 'ticket', orderId: job.order_id })
        : view(job.business_day === null ? { kind: 'test' } : { kind: 'day-close', day: job.business_day }),
    print: (ticket, signal) => printTicket(ticket, values().printer, printers.system, { signal }),
    inTurn: printers.inTurn,
    publish: feed.publish,
    now,
    log: options.log,
  });
  // A ticket is a row of its cause's own transaction: the news of that cause only wakes who reads the rows.
  const unsubscribe = feed.subscribe((news) => {
    if (news.some(({ kind }) => kind === 'order' || kind === 'printing')) worker.wake();
  });
  const asks = (when: Settings['printWhen']) => values().printWhen === when && isPrinterChosen(values().printer);

  return {
    /** A sheet as it would be printed now; null where its order is not there. */
    preview: view,
    isChosen: (): boolean => isPrinterChosen(values().printer),
    printsOnArrival: (): boolean => asks('arrival'),
    printsOnAccept: (): boolean => asks('accept'),
    /** An order made by hand has arrived and is accepted, both at once. */
    printsMade: (): boolean => asks('arrival') || asks('accept'),
    systemPrinters: printers.system,
    /** The computer slept: what is due is due now. */
    wake: worker.wake,
    /** Tells the page what was asked for, after the commit, and wakes the worker. */
    tell: (job: { order_id: number | null }): void => feed.publish(newsOf(job)),
    /** Another printer, or the same one elsewhere: what waits is tried at once. A change of anything else hurries nothing. */
    settingsChanged(): void {
      const printer = JSON.stringify(values().printer);
      if (printer !== lastPrinter) worker.hurry();
      lastPrinter = printer;
    },
    async stop(): Promise<void> {
      unsubscribe();
      await worker.stop();
    },
  };
}

/** Runs pieces of work one after the other. */
export function createTurns(): Printers['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
