import type { TicketView } from '../../shared/contract/printing.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { escPosTicket } from './escpos-ticket.ts';
import { type PrintOutcome, type PrinterPatience, sendToNetworkPrinter } from './send-to-network-printer.ts';
import type { SystemPrinters } from './system-printers.ts';
import { ticketHtml } from './ticket-html.ts';

/** The printer that is chosen, or none: a kind without a name or an address is none. */
export function isPrinterChosen({ kind, name, host }: Settings['printer']): boolean {
  return kind === 'system' ? name !== '' : kind === 'network' && host.trim() !== '';
}

/**
 * Prints a ticket on the printer that the settings name, and on no other.
 * @param system null where this process has no desktop
 */
export async function printTicket(
  ticket: TicketView,
  printer: Settings['printer'],
  system: SystemPrinters | null,
  more: { signal?: AbortSignal | undefined; patience?: PrinterPatience | undefined } = {},
): Promise<PrintOutcome> {
  if (!isPrinterChosen(printer)) return { ok: false, reason: 'printer-missing', detail: '', began: false };
  if (printer.kind === 'network') {
    const sheet = escPosTicket(ticket, printer);
    const bytes = Buffer.concat(Array.from({ length: printer.copies }, () => sheet));
    return sendToNetworkPrinter(bytes, { host: printer.host.trim(), port: printer.port }, more);
  }
  if (!system) return { ok: false, reason: 'no-desktop', detail: '', began: false };
  const printed = await system.print(ticketHtml(ticket), { printer: printer.name, paper: printer.paper, copies: printer.copies });
  // What a system's queue has taken may have come out; only a printer that was not there has printed nothing for certain.
  return printed.ok ? printed : { ...printed, began: printed.reason === 'printer-refused' };
}
