import type { TicketView } from '../../shared/contract/printing.ts';
import type { Reason } from '../../shared/domain/reason.ts';

export type PrintRefusal = Extract<Reason, 'printer-off' | 'printer-refused' | 'printer-missing'>;

/** The printers of the system, which only a desktop has: given by the shell, absent in a headless process. */
export type SystemPrinters = {
  /** Printers by the names they are chosen by, and what the system calls them. */
  list(): Promise<{ name: string; label: string; isDefault: boolean }[]>;
  /**
   * Prints a page that stands by itself, without asking anybody.
   * @param html a whole document; it must not run scripts nor fetch anything
   */
  print(
    html: string,
    to: { printer: string; paper: TicketView['paper']; copies: number },
  ): Promise<{ ok: true } | { ok: false; reason: PrintRefusal; detail: string }>;
};
