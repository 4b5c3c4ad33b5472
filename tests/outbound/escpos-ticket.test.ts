import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escPosTicket } from '../../electron/outbound/escpos-ticket.ts';
import { layRows } from '../../electron/outbound/lay-rows.ts';
import { orderTicket } from '../../electron/queries/order-ticket.ts';
import { testTicket } from '../../electron/queries/other-tickets.ts';
import { columnsOf } from '../../shared/domain/ticket-text.ts';
import { T } from '../support/open-rooms.ts';
import { readSheets, type Sheet } from '../support/read-escpos.ts';
import { SETTING, ticketLine, ticketOrder, TICKETS } from '../support/ticket-orders.ts';

const GOLDEN = path.join(import.meta.dirname, '../fixtures/tickets');

/** 32 bytes a row. */
const hex = (bytes: Uint8Array) => `${[...bytes].map((byte, at) => `${byte.toString(16).padStart(2, '0')}${at % 32 === 31 ? '\n' : ' '}`).join('')}\n`;
const paper = (sheet: Sheet | undefined) =>
  `${(sheet?.lines ?? []).map(({ text, bold, size }) => `${bold ? '*' : ' '}${size === 2 ? '2' : ' '}|${text}`).join('\n')}\nqr: ${sheet?.qr.join(' ')}\n`;

describe('golden bytes', () => {
  for (const [name, { order, setting, codePage }] of Object.entries(TICKETS)) {
    test(name, async () => {
      const bytes = escPosTicket(orderTicket(order, setting), { codePage, cut: true });
      await expect(hex(bytes)).toMatchFileSnapshot(path.join(GOLDEN, `${name}.hex`));
      // The same, as a printer that knows only Epson's reference reads it.
      await expect(paper(readSheets(bytes)[0])).toMatchFileSnapshot(path.join(GOLDEN, `${name}.txt`));
    });
  }

  test('the test page fills the row exactly, and no cut is made where there is no knife', () => {
    for (const [size, columns] of [
      ['58', 32],
      ['80', 48],
    ] as const) {
      const [sheet] = readSheets(escPosTicket(testTicket(T, { ...SETTING, paper: size }), { codePage: 'cp858', cut: false }));
      expect(sheet?.cut).toBe(false);
      expect(Math.max(...(sheet?.lines ?? []).map(({ text, size: factor }) => text.replaceAll(/<..>/g, '.').length * factor))).toBe(columns);
    }
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      '\u001b',
      '\u001d',
      '\u0010',
      '\u0004',
      '\u001c',
      '\n',
      '\r',
      '\t',
      '@',
      'p',
      'V',
      '(',
      'k',
      '\u009b',
      '\u202e',
      '\ud800',
      'é',
      '日',
      ' ',
    ),
  }),
);
const page = fc.constantFrom('cp437', 'cp858', 'windows1252', 'cp866', 'auto', 'no such page');

/** All that somebody outside can write onto a ticket. */
const strangers = fc.record({ name: anyText, note: anyText, address: anyText, article: anyText, raw: anyText, label: anyText });
type Strangers = { name: string; note: string; address: string; article: string; raw: string; label: string };

const ticketOf = (size: '58' | '80', { name, note, address, article, raw, label }: Strangers) =>
  orderTicket(
    ticketOrder([ticketLine(article, 1, 100), ticketLine(null, null, null, { quantityRaw: raw, unitRaw: raw })], {
      note,
      customer: { id: 1, name, phone: '+4915112345678', username: null },
      fulfilment: { ...ticketOrder([]).fulfilment, kind: 'delivery', address },
      extras: [{ id: 1, kind: 'fee', label, amount: { minor: 5n, currency: 'EUR' } }],
    }),
    { ...SETTING, paper: size },
  );

test('whatever a customer writes, no byte of it is a command', () => {
  fc.assert(
    fc.property(strangers, page, fc.constantFrom('58', '80'), (text, codePage, size) => {
      const [sheet, ...others] = readSheets(escPosTicket(ticketOf(size, text), { codePage, cut: true }));
      // A reset would begin another sheet, a forged code another QR, and anything else would have been refused.
      expect(others).toEqual([]);
      expect(sheet?.qr).toEqual(['https://wa.me/4915112345678']);
      expect(sheet?.cut).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('bytes are the same with and without the controls that a customer wrote', () => {
  const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
  fc.assert(
    fc.property(strangers, page, (text, codePage) => {
      const bare = Object.fromEntries(Object.entries(text).map(([key, value]) => [key, value.replaceAll(controls, '')])) as Strangers;
      const print = (given: Strangers) => escPosTicket(ticketOf('80', given), { codePage, cut: true });
      expect(Buffer.from(print(text)).equals(Buffer.from(print(bare)))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('no line is wider than the paper, in any script', () => {
  fc.assert(
    fc.property(strangers, fc.constantFrom('58', '80'), (text, size) => {
      const ticket = ticketOf(size, text);
      for (const line of layRows(ticket.rows, ticket.columns, (given) => given)) {
        if (line.kind === 'line') expect(columnsOf(line.text) * line.size).toBeLessThanOrEqual(ticket.columns);
      }
    }),
  );
});

test('wide letters take two columns, marks none of their own', () => {
  expect([columnsOf('abc'), columnsOf('日本'), columnsOf('🥐'), columnsOf('e\u0301'), columnsOf('ｶﾅ'), columnsOf('नि')]).toEqual([3, 4, 2, 1, 2, 1]);
});
