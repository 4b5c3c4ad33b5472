import type { TicketRow, TicketView } from '../../shared/contract/printing.ts';
import { plainRows, plainText } from '../../shared/domain/ticket-text.ts';

export type Paper = TicketView['paper'];

/** What every ticket of a shop is made with. */
export type TicketSetting = {
  shopName: string;
  /** What the shop speaks, ISO 639. */
  shopLanguage: string;
  /** IANA name. */
  timeZone: string;
  paper: Paper;
  qr: boolean;
  /** Stands on top of everything that this line prints; null: nothing does. By the ticket's language. */
  heading: ((language: 'en' | 'de') => string) | null;
};

const COLUMNS: Record<Paper, number> = { '58': 32, '80': 48, a4: 72 };

/** Characters of normal size that a row of this paper holds. */
export function columnsOfPaper(paper: Paper): number {
  return COLUMNS[paper];
}

type Look = { align?: 'start' | 'center'; bold?: boolean; size?: 1 | 2 };

/** A row of text; other people's words in it are to be isolated or plain. */
export function textRow(text: string, { align = 'start', bold = false, size = 1 }: Look = {}): TicketRow {
  return { kind: 'text', text, align, bold, size };
}

/** Two texts at the ends of a row. */
export function pairRow(start: string, end: string, { bold = false, size = 1 }: Omit<Look, 'align'> = {}): TicketRow {
  return { kind: 'pair', start, end, bold, size };
}

/** Somebody else's text, a row of its own for each of its rows. */
export function foreignRows(text: string, look: Look = {}): TicketRow[] {
  return plainRows(text).map((row) => textRow(row, look));
}

export const RULE: TicketRow = { kind: 'rule' };
export const SPACE: TicketRow = { kind: 'space' };

/** What stands on top of every ticket: the line's heading and the shop's name, where there are any. */
export function topRows({ heading, shopName }: TicketSetting, language: 'en' | 'de'): TicketRow[] {
  const name = plainText(shopName);
  return [
    ...(heading ? [textRow(heading(language), { align: 'center', bold: true, size: 2 })] : []),
    ...(name === '' ? [] : [textRow(name, { align: 'center', bold: true })]),
  ];
}

/** A moment by the shop's clock: "23.11., 10:04". */
export function moment(at: number, locale: string, timeZone: string): string {
  const format = { timeZone, day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, format).format(at);
}

/** The clock alone where the day is the same as another moment's. */
export function clockBeside(at: number, beside: number, locale: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (day.format(at) !== day.format(beside)) return moment(at, locale, timeZone);
  return new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}
