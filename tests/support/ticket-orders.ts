import type { OrderLineView, OrderView } from '../../shared/contract/orders.ts';
import type { TicketSetting } from '../../electron/queries/ticket-rows.ts';
import { totalsOf } from '../../shared/domain/money.ts';
import { T } from './open-rooms.ts';

export const SETTING: TicketSetting = { shopName: 'Bäckerei Krümel', shopLanguage: 'de', timeZone: 'Europe/Berlin', paper: '80', qr: true, heading: null };

/** An order's line; a position of its own is given to it by `ticketOrder`. */
export function ticketLine(name: string | null, quantity: number | null, unitMinor: number | null, over: Partial<OrderLineView> = {}): OrderLineView {
  const currency = over.currency === undefined ? 'EUR' : over.currency;
  return {
    position: 0,
    product: { catalogId: 'c', retailerId: 'A-17', name, priceText: null, availability: null, inventory: null, hasImage: false },
    quantity,
    quantityRaw: String(quantity),
    orderedQuantity: null,
    unitMinor,
    unitRaw: String(unitMinor),
    currency,
    lineMinor: quantity === null || unitMinor === null ? null : BigInt(quantity) * BigInt(unitMinor),
    ...over,
  };
}

/** An order as the page shows it, taken and to be fetched, with what differs. */
export function ticketOrder(lines: OrderLineView[], over: Partial<OrderView> = {}): OrderView {
  const counted = lines.filter((line) => line.quantity !== 0);
  const extras = over.extras ?? [];
  return {
    id: 14,
    number: 14,
    businessDay: '2026-11-23',
    state: 'accepted',
    source: 'whatsapp',
    placedAt: T,
    receivedAt: T,
    late: false,
    rehearsal: false,
    note: null,
    customer: { id: 1, name: 'Jürgen Groß', phone: '+4915112345678', username: null },
    language: { code: 'de', chosen: false },
    conversationId: 1,
    messageId: 1,
    lines: lines.map((line, position) => ({ ...line, position })),
    extras,
    ...totalsOf(
      counted,
      extras.map(({ kind, amount }) => ({ kind, ...amount })),
    ),
    pieces: counted.reduce((sum, line) => sum + BigInt(line.quantity ?? 0), 0n),
    window: { state: 'never' },
    unansweredSince: null,
    acceptedAt: T,
    closedAt: null,
    promisedAt: T + 45 * 60_000,
    paid: null,
    fulfilment: {
      kind: 'pickup',
      address: null,
      coordinates: null,
      kindAskedAt: null,
      addressAskedAt: null,
      remembered: { kind: null, address: null, coordinates: null },
      suggestion: null,
    },
    revisions: [],
    perhapsReplaces: null,
    mergedInto: null,
    tells: [],
    ticket: null,
    undo: null,
    events: [],
    ...over,
  };
}

const delivery = (address: string): OrderView['fulfilment'] => ({
  kind: 'delivery',
  address,
  coordinates: null,
  kindAskedAt: null,
  addressAskedAt: null,
  remembered: { kind: null, address: null, coordinates: null },
  suggestion: null,
});

/** Orders that between them hold everything a ticket can show, by the names of their golden files. */
export const TICKETS: Record<string, { order: OrderView; setting: TicketSetting; codePage: string }> = {
  'everyday-80-cp858': {
    order: ticketOrder(
      [
        ticketLine('Roggenmischbrot, 750 g', 2, 420),
        ticketLine('Käsekuchen', 1, 1850),
        ticketLine(null, 12, 65),
        ticketLine('Brezel', 0, 90, { orderedQuantity: 6 }),
      ],
      {
        extras: [
          { id: 1, kind: 'fee', label: 'Lieferung', amount: { minor: 350n, currency: 'EUR' } },
          { id: 2, kind: 'discount', label: 'Stammkunde', amount: { minor: 100n, currency: 'EUR' } },
        ],
        note: 'Bitte ohne Nüsse!\nKlingel ist kaputt.',
        fulfilment: delivery('Öhmdstraße 7, Hinterhaus\n70174 Stuttgart'),
        paid: { at: T, method: 'cash' },
      },
    ),
    setting: SETTING,
    codePage: 'cp858',
  },
  'unclear-58-cp437': {
    order: ticketOrder(
      [
        ticketLine('Masala chai, a very long name that does not fit into one row of narrow paper', 3, 12500, { currency: 'INR', orderedQuantity: 5 }),
        ticketLine('Donaudampfschifffahrtsgesellschaftskapitänsmütze', null, 100, { quantityRaw: '1.5' }),
        ticketLine(null, 1, null, { unitRaw: '7.999', currency: 'EUR' }),
      ],
      { rehearsal: true, number: -1, customer: { id: 1, name: null, phone: null, username: null }, promisedAt: null, state: 'new' },
    ),
    setting: { ...SETTING, shopName: '', shopLanguage: 'en', paper: '58' },
    codePage: 'cp437',
  },
  'scripts-80-auto': {
    order: ticketOrder(
      [ticketLine('Привет, пирожок', 2, 300), ticketLine('žluťoučký kůň', 1, 250), ticketLine('日本のパン 🥐', 1, 480), ticketLine('خبز عربي', 4, 50)],
      {
        customer: { id: 1, name: '山田 太郎', phone: '+819012345678', username: null },
        note: 'شكرا جزيلا',
        state: 'cancelled',
      },
    ),
    setting: { ...SETTING, shopLanguage: 'en', heading: () => 'PRACTICE' },
    codePage: 'auto',
  },
  'hostile-58-cp858': {
    order: ticketOrder([ticketLine('\u001b@\u001bp\u0000\u0032\u00faTea\u001d(k\u0004\u0000', 1, 300), ticketLine('\u202eedispu\u202c <b>&"\'', 1, 1)], {
      customer: { id: 1, name: '\u0010\u0014\u0001\u0003\u0001Eve\r\n\u001dV\u0000', phone: '+4915112345678', username: null },
      note: '\u001b\u001b\u001bi\n\n\u2028</style><script>alert(1)</script>',
    }),
    setting: { ...SETTING, paper: '58' },
    codePage: 'cp858',
  },
};
