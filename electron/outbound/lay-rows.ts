import type { TicketRow } from '../../shared/contract/printing.ts';
import { columnsOf, wrapText, withoutIsolates } from '../../shared/domain/ticket-text.ts';

/** A row of characters as a receipt printer sets it, never wider than its paper, or a QR code. */
export type PrinterLine = { kind: 'line'; text: string; bold: boolean; size: 1 | 2 } | { kind: 'qr'; text: string };

/**
 * Lays a ticket's rows out in lines of a monospaced printer.
 * @param columns characters of normal size that a line holds
 * @param fold brings a text into the printer's own letters, before it is measured
 */
export function layRows(rows: readonly TicketRow[], columns: number, fold: (text: string) => string): PrinterLine[] {
  const own = (text: string) => fold(withoutIsolates(text));
  return rows.flatMap((row): PrinterLine[] => {
    switch (row.kind) {
      case 'qr':
        return [row];
      case 'space':
        return [{ kind: 'line', text: '', bold: false, size: 1 }];
      case 'rule':
        return [{ kind: 'line', text: '-'.repeat(columns), bold: false, size: 1 }];
      case 'text': {
        const width = Math.floor(columns / row.size);
        const lines = hang(own(row.text), width);
        return lines.map((text) => ({ ...lookOf(row), text: row.align === 'center' ? pad(text, Math.floor((width - columnsOf(text)) / 2)) : text }));
      }
      case 'pair': {
        const width = Math.floor(columns / row.size);
        return pairLines(own(row.start), own(row.end), width).map((text) => ({ ...lookOf(row), text }));
      }
    }
  });
}

function lookOf({ bold, size }: { bold: boolean; size: 1 | 2 }) {
  return { kind: 'line', bold, size } as const;
}

function pad(text: string, columns: number): string {
  return `${' '.repeat(Math.max(0, columns))}${text}`;
}

/** Wraps, and keeps the indent of the first row in all of them. */
function hang(text: string, width: number): string[] {
  const indent = Math.min(text.length - text.trimStart().length, Math.floor(width / 2));
  return wrapText(text.trimStart(), width - indent).map((row) => pad(row, indent));
}

/** The end stands at the end of the first row; one that leaves no room for the start gets rows of its own. */
function pairLines(start: string, end: string, width: number): string[] {
  const room = width - columnsOf(end) - 1;
  if (room < Math.min(columnsOf(start), Math.floor(width / 3))) {
    return [...hang(start, width), ...wrapText(end, width).map((row) => pad(row, width - columnsOf(row)))];
  }
  const [first = '', ...others] = hang(start, room);
  return [`${first}${' '.repeat(width - columnsOf(first) - columnsOf(end))}${end}`, ...others.map((row) => pad(row, 2 + columnsOf(row) <= width ? 2 : 0))];
}
