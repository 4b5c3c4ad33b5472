import type { TicketView } from '../../shared/contract/printing.ts';
import { codePageOf, folderFor, newEncoder } from './escpos-letters.ts';
import { layRows } from './lay-rows.ts';

export type EscPosSetting = { codePage: string; cut: boolean };

/** One sheet for a receipt printer that speaks ESC/POS. Nothing that a customer wrote becomes a command in it. */
export function escPosTicket(ticket: TicketView, { codePage, cut }: EscPosSetting): Uint8Array {
  // A4 is no receipt's width: a receipt printer that was set to it takes what the wider roll takes.
  const columns = Math.min(ticket.columns, 48);
  const page = codePageOf(codePage);
  const encoder = newEncoder(columns).initialize().codepage(page);
  for (const line of layRows(ticket.rows, columns, folderFor(page))) {
    if (line.kind === 'qr') {
      encoder.align('center').qrcode(line.text, { model: 2, size: 6, errorlevel: 'm' }).align('left');
      continue;
    }
    if (line.bold) encoder.bold(true);
    if (line.size === 2) encoder.size(2, 2);
    encoder.line(line.text);
    if (line.size === 2) encoder.size(1, 1);
    if (line.bold) encoder.bold(false);
  }
  if (cut) encoder.cut('partial');
  else encoder.newline(4);
  return encoder.encode();
}
