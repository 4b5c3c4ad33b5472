import type { Fulfilment, OrderState, PaymentMethod } from '../../shared/domain/order.ts';

/** The words of a ticket. They stand here and not in the page's catalogues, because a ticket is made where no page is. */
export type TicketWords = {
  locale: string;
  rehearsal: string;
  rehearsalMeans: string;
  ordered: string;
  promised: string;
  fulfilment: Record<Fulfilment | 'unknown', string>;
  states: Partial<Record<OrderState, string>>;
  noName: string;
  article: string;
  each: string;
  struck: string;
  changed: (before: number) => string;
  unclear: string;
  pieces: string;
  total: string;
  plusUnclear: (count: number) => string;
  nothingCounted: string;
  note: string;
  paid: string;
  notPaid: string;
  methods: Record<PaymentMethod, string>;
  chat: string;
  test: string;
  testMeans: string;
  letters: string;
  dayClose: string;
  orders: string;
  turnover: string;
  byPayment: string;
  best: string;
  refused: string;
  noReason: string;
  untilNow: string;
};

const EN: TicketWords = {
  locale: 'en-GB',
  rehearsal: 'TEST',
  rehearsalMeans: 'Not a real order',
  ordered: 'Ordered',
  promised: 'Promised for',
  fulfilment: { pickup: 'Pick-up', delivery: 'Delivery', unknown: 'Pick-up or delivery: not known yet' },
  states: { declined: 'DECLINED', cancelled: 'CANCELLED' },
  noName: 'Customer without a name',
  article: 'Art.',
  each: 'each',
  struck: 'STRUCK',
  changed: (before) => `changed, was ${before}`,
  unclear: 'unclear',
  pieces: 'Pieces',
  total: 'Total',
  plusUnclear: (count) => `plus ${count} unclear`,
  nothingCounted: 'Nothing could be added up',
  note: 'Note',
  paid: 'PAID',
  notPaid: 'NOT PAID',
  methods: { cash: 'cash', card: 'card', transfer: 'transfer', online: 'online', other: 'other' },
  chat: 'Chat with the customer',
  test: 'TEST PAGE',
  testMeans: 'If you can read this, tickets come out here.',
  letters: 'Letters',
  dayClose: 'Day close',
  orders: 'Orders',
  turnover: 'Turnover',
  byPayment: 'Payment',
  best: 'Best-selling',
  refused: 'Declined and cancelled',
  noReason: 'no reason given',
  untilNow: 'The day is not over: figures so far',
};

const DE: TicketWords = {
  locale: 'de-DE',
  rehearsal: 'TEST',
  rehearsalMeans: 'Keine echte Bestellung',
  ordered: 'Bestellt',
  promised: 'Zugesagt für',
  fulfilment: { pickup: 'Abholung', delivery: 'Lieferung', unknown: 'Abholung oder Lieferung: noch offen' },
  states: { declined: 'ABGELEHNT', cancelled: 'STORNIERT' },
  noName: 'Kunde ohne Namen',
  article: 'Art.',
  each: 'je',
  struck: 'GESTRICHEN',
  changed: (before) => `geändert, war ${before}`,
  unclear: 'unklar',
  pieces: 'Stück',
  total: 'Summe',
  plusUnclear: (count) => `dazu ${count} unklar`,
  nothingCounted: 'Nichts ließ sich zusammenzählen',
  note: 'Notiz',
  paid: 'BEZAHLT',
  notPaid: 'NICHT BEZAHLT',
  methods: { cash: 'bar', card: 'Karte', transfer: 'Überweisung', online: 'online', other: 'anders' },
  chat: 'Chat mit dem Kunden',
  test: 'TESTSEITE',
  testMeans: 'Ist das lesbar, kommen Bons hier heraus.',
  letters: 'Zeichen',
  dayClose: 'Tagesabschluss',
  orders: 'Bestellungen',
  turnover: 'Umsatz',
  byPayment: 'Zahlung',
  best: 'Am meisten verkauft',
  refused: 'Abgelehnt und storniert',
  noReason: 'ohne Grund',
  untilNow: 'Der Tag läuft noch: Zahlen bis jetzt',
};

/** Tickets speak English and German; in every other language of a shop, English. */
export function ticketLanguage(shopLanguage: string): 'en' | 'de' {
  return shopLanguage === 'de' ? 'de' : 'en';
}

/** The words of one of the languages that tickets speak. */
export function ticketWords(language: 'en' | 'de'): TicketWords {
  return language === 'de' ? DE : EN;
}
