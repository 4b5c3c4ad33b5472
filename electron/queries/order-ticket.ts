import type { TicketRow, TicketView } from '../../shared/contract/printing.ts';
import type { OrderLineView, OrderView } from '../../shared/contract/orders.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { isolate } from '../../shared/domain/ticket-text.ts';
import { clockBeside, columnsOfPaper, foreignRows, moment, pairRow, RULE, SPACE, textRow, type TicketSetting, topRows } from './ticket-rows.ts';
import { ticketLanguage, type TicketWords, ticketWords } from './ticket-words.ts';

/** An order as its ticket. Pure; nothing of the order is left out that the shop's hands need, and nothing of it is a command. */
export function orderTicket(order: OrderView, setting: TicketSetting): TicketView {
  const language = ticketLanguage(setting.shopLanguage);
  const words = ticketWords(language);
  const rows: TicketRow[] = [
    ...topRows(setting, language),
    ...headRows(order, words),
    ...timeRows(order, words, setting.timeZone),
    ...wayRows(order, words),
    RULE,
    ...order.lines.flatMap((line) => lineRows(line, words)),
    RULE,
    ...sumRows(order, words),
    ...(order.note === null || foreignRows(order.note).length === 0 ? [] : [RULE, textRow(words.note, { bold: true }), ...foreignRows(order.note)]),
    RULE,
    textRow(order.paid ? `${words.paid} (${words.methods[order.paid.method]})` : words.notPaid, { align: 'center', bold: true }),
    ...(setting.qr ? chatRows(order, words) : []),
  ];
  return { paper: setting.paper, columns: columnsOfPaper(setting.paper), language, rows };
}

function headRows(order: OrderView, words: TicketWords): TicketRow[] {
  const state = words.states[order.state];
  const big = { align: 'center', bold: true, size: 2 } as const;
  const name = order.customer.name;
  return [
    ...(order.rehearsal ? [textRow(`${words.rehearsal} ${Math.abs(order.number)}`, big), textRow(words.rehearsalMeans, { align: 'center' })] : []),
    ...(order.rehearsal ? [] : [textRow(`#${order.number}`, big)]),
    ...(state ? [textRow(state, big)] : []),
    SPACE,
    ...(name === null ? [textRow(words.noName, { bold: true })] : foreignRows(name, { bold: true, size: 2 })),
    ...(order.customer.phone === null || order.customer.phone === name ? [] : [textRow(isolate(order.customer.phone))]),
  ];
}

function timeRows({ placedAt, promisedAt }: OrderView, words: TicketWords, timeZone: string): TicketRow[] {
  return [
    pairRow(words.ordered, moment(placedAt, words.locale, timeZone)),
    ...(promisedAt === null ? [] : [pairRow(words.promised, clockBeside(promisedAt, placedAt, words.locale, timeZone), { bold: true })]),
  ];
}

function wayRows({ fulfilment: { kind, address, coordinates } }: OrderView, words: TicketWords): TicketRow[] {
  return [
    textRow(words.fulfilment[kind ?? 'unknown'], { bold: true }),
    // Where it is fetched, an address that is remembered would only mislead.
    ...(kind === 'pickup' ? [] : [...foreignRows(address ?? ''), ...foreignRows(coordinates ?? '')]),
  ];
}

function lineRows(line: OrderLineView, words: TicketWords): TicketRow[] {
  const { product, quantity, orderedQuantity, unitMinor, currency, lineMinor } = line;
  const name = isolate(product.name ?? product.retailerId);
  const struck = quantity === 0;
  const count = struck ? (orderedQuantity ?? 0) : (quantity ?? isolate(line.quantityRaw));
  const price =
    unitMinor === null || currency === null ? isolate(`${line.unitRaw} ${currency ?? ''}`) : formatMoney({ minor: BigInt(unitMinor), currency }, words.locale);
  const sum = lineMinor === null || currency === null ? words.unclear : formatMoney({ minor: lineMinor, currency }, words.locale);
  const beside = [
    ...(product.name === null ? [] : [`${words.article} ${isolate(product.retailerId)}`]),
    ...(struck ? [] : [`${price} ${words.each}`]),
    ...(!struck && orderedQuantity !== null && orderedQuantity !== quantity ? [words.changed(orderedQuantity)] : []),
  ].join(' · ');
  return [
    struck ? pairRow(`${words.struck}: ${count} x ${name}`, '-') : pairRow(`${count} x ${name}`, sum, { bold: true }),
    ...(beside === '' ? [] : [textRow(`  ${beside}`)]),
  ];
}

function sumRows({ extras, totals, unclear, pieces }: OrderView, words: TicketWords): TicketRow[] {
  const signed = (kind: string, minor: bigint) => (kind === 'discount' ? -minor : minor);
  return [
    ...extras.map(({ kind, label, amount }) =>
      pairRow(isolate(label), formatMoney({ minor: signed(kind, amount.minor), currency: amount.currency }, words.locale)),
    ),
    pairRow(words.pieces, String(pieces)),
    ...(totals.length === 0 ? [textRow(words.nothingCounted, { bold: true })] : []),
    ...totals.map((total) => pairRow(words.total, formatMoney(total, words.locale), { bold: true, size: 2 })),
    ...(unclear === 0 ? [] : [textRow(words.plusUnclear(unclear), { bold: true })]),
  ];
}

function chatRows({ customer, rehearsal }: OrderView, words: TicketWords): TicketRow[] {
  const number = /^\+(\d{5,20})$/.exec(customer.phone ?? '')?.[1];
  if (number === undefined || rehearsal) return [];
  return [SPACE, textRow(words.chat, { align: 'center' }), { kind: 'qr', text: `https://wa.me/${number}` }];
}
