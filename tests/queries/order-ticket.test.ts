import { expect, test } from 'vitest';
import { orderTicket } from '../../electron/queries/order-ticket.ts';
import { dayTicket, testTicket } from '../../electron/queries/other-tickets.ts';
import { viewTicket } from '../../electron/queries/view-ticket.ts';
import type { DayBookView } from '../../shared/contract/day-book.ts';
import type { TicketView } from '../../shared/contract/printing.ts';
import { withoutIsolates } from '../../shared/domain/ticket-text.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { SETTING, ticketLine, ticketOrder } from '../support/ticket-orders.ts';

const EN = { ...SETTING, shopLanguage: 'en' };

/** A ticket's rows as text; the ends of a pair are divided by a bar. */
const read = (ticket: TicketView) =>
  ticket.rows.map((row) => {
    if (row.kind === 'text') return withoutIsolates(row.text);
    if (row.kind === 'pair') return withoutIsolates(`${row.start} | ${row.end}`);
    return row.kind === 'qr' ? `qr ${row.text}` : `(${row.kind})`;
  });

test('an order’s ticket says all that hands need, from its number to the chat', () => {
  const order = ticketOrder([ticketLine('Rye loaf', 2, 420), ticketLine(null, 3, 65)], {
    note: ' Ring twice \n\n please ',
    extras: [{ id: 1, kind: 'discount', label: 'Regular', amount: { minor: 100n, currency: 'EUR' } }],
    paid: { at: T, method: 'card' },
  });
  expect(read(orderTicket(order, EN))).toEqual([
    'Bäckerei Krümel',
    '#14',
    '(space)',
    'Jürgen Groß',
    '+4915112345678',
    'Ordered | 23/11, 10:00',
    'Promised for | 10:45',
    'Pick-up',
    '(rule)',
    '2 x Rye loaf | €8.40',
    '  Art. A-17 · €4.20 each',
    '3 x A-17 | €1.95',
    '  €0.65 each',
    '(rule)',
    'Regular | -€1.00',
    'Pieces | 5',
    'Total | €9.35',
    '(rule)',
    'Note',
    'Ring twice',
    'please',
    '(rule)',
    'PAID (card)',
    '(space)',
    'Chat with the customer',
    'qr https://wa.me/4915112345678',
  ]);
});

test('what was changed, struck, or is unclear is shown as such', () => {
  const order = ticketOrder([
    ticketLine('Tea', 2, 300, { orderedQuantity: 5 }),
    ticketLine('Brezel', 0, 90, { orderedQuantity: 6 }),
    ticketLine('Cake', null, 100, { quantityRaw: '1.5' }),
    ticketLine('Rice', 1, null, { unitRaw: '7.999' }),
  ]);
  const rows = read(orderTicket(order, EN));
  expect(rows).toEqual(
    expect.arrayContaining([
      '  Art. A-17 · €3.00 each · changed, was 5',
      'STRUCK: 6 x Brezel | -',
      '1.5 x Cake | unclear',
      '  Art. A-17 · 7.999 EUR each',
      'plus 2 unclear',
    ]),
  );
});

test('one total for each currency, and words where nothing can be added up', () => {
  const mixed = read(orderTicket(ticketOrder([ticketLine('Tea', 1, 300), ticketLine('Chai', 1, 500, { currency: 'JPY' })]), EN));
  expect(mixed.filter((row) => row.startsWith('Total'))).toEqual(['Total | €3.00', 'Total | JP¥500']);
  expect(read(orderTicket(ticketOrder([]), EN))).toContain('Nothing could be added up');
});

test('a rehearsal says TEST and gives nobody’s chat; a line’s heading stands on top of all; a cancelled order says so', () => {
  const rehearsal = read(orderTicket(ticketOrder([], { rehearsal: true, number: -1 }), EN));
  expect(rehearsal.slice(0, 3)).toEqual(['Bäckerei Krümel', 'TEST 1', 'Not a real order']);
  expect(rehearsal.some((row) => row.startsWith('qr') || row.includes('#'))).toBe(false);
  const heading = (language: 'en' | 'de') => (language === 'de' ? 'ÜBUNG' : 'PRACTICE');
  expect(read(orderTicket(ticketOrder([]), { ...SETTING, heading }))[0]).toBe('ÜBUNG');
  expect(read(testTicket(T, { ...EN, heading }))[0]).toBe('PRACTICE');
  expect(read(orderTicket(ticketOrder([], { state: 'cancelled' }), EN))).toContain('CANCELLED');
});

test('an address is printed for who brings it, and the words are English where the shop speaks neither language', () => {
  const { fulfilment } = ticketOrder([]);
  const to = (kind: 'pickup' | 'delivery' | null) =>
    read(
      orderTicket(ticketOrder([], { fulfilment: { ...fulfilment, kind, address: 'Mill Lane 3\nBack door', coordinates: '48.7, 9.1' } }), {
        ...EN,
        shopLanguage: 'fr',
      }),
    );
  expect(to('delivery')).toEqual(expect.arrayContaining(['Delivery', 'Mill Lane 3', 'Back door', '48.7, 9.1']));
  expect(to('pickup')).not.toContain('Mill Lane 3');
  expect(to(null)).toEqual(expect.arrayContaining(['Pick-up or delivery: not known yet', 'Mill Lane 3']));
});

test('no QR code without a number, and none where it is switched off', () => {
  const hidden = ticketOrder([], { customer: { id: 1, name: '@mr_ravel', phone: null, username: 'mr_ravel' } });
  const last = (ticket: TicketView) => read(ticket).at(-1);
  expect([last(orderTicket(hidden, EN)), last(orderTicket(ticketOrder([]), { ...EN, qr: false }))]).toEqual(['NOT PAID', 'NOT PAID']);
});

const BOOK: DayBookView = {
  day: '2026-11-23',
  today: '2026-11-24',
  firstDay: '2026-11-01',
  orders: 7,
  byState: [],
  turnover: [
    { minor: 12_345n, currency: 'EUR' },
    { minor: 500n, currency: 'JPY' },
  ],
  unclear: 1,
  paid: [
    { method: 'cash', orders: 4, totals: [{ minor: 10_000n, currency: 'EUR' }] },
    {
      method: null,
      orders: 3,
      totals: [
        { minor: 2_345n, currency: 'EUR' },
        { minor: 500n, currency: 'JPY' },
      ],
    },
  ],
  averageTakeMs: null,
  averageFinishMs: null,
  asked: [],
  best: [{ catalogId: 'c', retailerId: 'A-17', name: 'Rye loaf', quantity: 9n, totals: [{ minor: 3_780n, currency: 'EUR' }] }],
  refused: [{ state: 'declined', reason: null, orders: 2 }],
  byHour: [],
  last30: [],
};

test('a day’s close says orders, turnover, payment, articles and what was refused', () => {
  expect(read(dayTicket(BOOK, T, EN))).toEqual([
    'Bäckerei Krümel',
    'Day close',
    // Which marks stand in a date differs from one ICU to the next.
    expect.stringMatching(/^Monday,? 23 November 2026$/),
    '23/11, 10:00',
    '(rule)',
    'Orders | 7',
    'Turnover | €123.45',
    'Turnover | JP¥500',
    'plus 1 unclear',
    '(rule)',
    'Payment',
    'cash (4) | €100.00',
    'not paid (3) | €23.45',
    'not paid (3) | JP¥500',
    '(rule)',
    'Best-selling',
    '9 x Rye loaf | €37.80',
    '(rule)',
    'Declined and cancelled',
    'DECLINED: no reason given | 2',
    '(rule)',
  ]);
  expect(read(dayTicket({ ...BOOK, today: BOOK.day }, T, EN))).toContain('The day is not over: figures so far');
});

test('a sheet of what is not there is none', async () => {
  const { store, conversation, order } = openRooms();
  const orderId = order(conversation('4915112345678'));
  const deps = { store, now: () => T, setting: () => EN, dayBook: async (day: string) => ({ ...BOOK, day }) };
  expect(await viewTicket(deps, { kind: 'ticket', orderId: orderId + 1 })).toBeNull();
  expect(await viewTicket(deps, { kind: 'ticket', orderId })).toMatchObject({ columns: 48, paper: '80', language: 'en' });
  expect(read((await viewTicket(deps, { kind: 'day-close', day: '2026-11-22' })) ?? { paper: '80', columns: 0, language: '', rows: [] })).toContain(
    'Sunday, 22 November 2026',
  );
});
