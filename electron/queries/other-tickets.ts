import type { DayBookView } from '../../shared/contract/day-book.ts';
import type { TicketRow, TicketView } from '../../shared/contract/printing.ts';
import { formatMoney, type Money } from '../../shared/domain/money.ts';
import { isolate } from '../../shared/domain/ticket-text.ts';
import { columnsOfPaper, moment, pairRow, RULE, SPACE, textRow, type TicketSetting, topRows } from './ticket-rows.ts';
import { ticketLanguage, ticketWords } from './ticket-words.ts';

const CENTER = { align: 'center' } as const;

/** A page that shows whether letters, widths, amounts, the QR code and the cut are right. */
export function testTicket(now: number, setting: TicketSetting): TicketView {
  const language = ticketLanguage(setting.shopLanguage);
  const words = ticketWords(language);
  const columns = columnsOfPaper(setting.paper);
  const rows: TicketRow[] = [
    ...topRows(setting, language),
    textRow(words.test, { ...CENTER, bold: true, size: 2 }),
    textRow(words.testMeans, CENTER),
    textRow(moment(now, words.locale, setting.timeZone), CENTER),
    RULE,
    pairRow(words.letters, 'ÄÖÜ äöü ß é è ñ ç'),
    pairRow(words.total, formatMoney({ minor: 123_450n, currency: 'EUR' }, words.locale), { bold: true, size: 2 }),
    RULE,
    ...(setting.qr ? [SPACE, { kind: 'qr', text: 'https://wa.me/' } as const] : []),
  ];
  return { paper: setting.paper, columns, language, rows };
}

/** A business day's close: what the day book says of it. */
export function dayTicket(book: DayBookView, now: number, setting: TicketSetting): TicketView {
  const language = ticketLanguage(setting.shopLanguage);
  const words = ticketWords(language);
  const amounts = (totals: readonly Money[]) => totals.map((total) => formatMoney(total, words.locale));
  const titled = (title: string, rows: TicketRow[]): TicketRow[] => (rows.length === 0 ? [] : [RULE, textRow(title, { bold: true }), ...rows]);
  const method = (name: DayBookView['paid'][number]['method']) => (name === null ? words.notPaid.toLocaleLowerCase(words.locale) : words.methods[name]);
  // Midday: a calendar day is the same one at that hour in UTC, wherever the shop is.
  const day = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', dateStyle: 'full' }).format(Date.parse(`${book.day}T12:00:00Z`));
  const rows: TicketRow[] = [
    ...topRows(setting, language),
    textRow(words.dayClose, { ...CENTER, bold: true, size: 2 }),
    textRow(day, { ...CENTER, bold: true }),
    textRow(moment(now, words.locale, setting.timeZone), CENTER),
    ...(book.day === book.today ? [textRow(words.untilNow, CENTER)] : []),
    RULE,
    pairRow(words.orders, String(book.orders), { bold: true }),
    ...amounts(book.turnover).map((amount) => pairRow(words.turnover, amount, { bold: true, size: 2 })),
    ...(book.unclear === 0 ? [] : [textRow(words.plusUnclear(book.unclear), { bold: true })]),
    ...titled(
      words.byPayment,
      book.paid.flatMap((one) => amounts(one.totals).map((amount) => pairRow(`${method(one.method)} (${one.orders})`, amount))),
    ),
    ...titled(
      words.best,
      book.best.map((one) => pairRow(`${one.quantity} x ${isolate(one.name ?? one.retailerId)}`, amounts(one.totals).join(', '))),
    ),
    ...titled(
      words.refused,
      book.refused.map((one) => pairRow(`${words.states[one.state] ?? one.state}: ${isolate(one.reason ?? words.noReason)}`, String(one.orders))),
    ),
    RULE,
  ];
  return { paper: setting.paper, columns: columnsOfPaper(setting.paper), language, rows };
}
