/** What customers are asked in. Button titles have at most 20 characters. */
export type AskWords = {
  fulfilment: (order: string) => string;
  pickup: string;
  delivery: string;
  place: (order: string) => string;
  address: (order: string) => string;
  proposal: (order: string) => string;
  struck: (name: string) => string;
  changed: (name: string, before: number, after: number) => string;
  more: (lines: number) => string;
  total: (amount: string) => string;
  unclear: (lines: number) => string;
  nothingLeft: string;
  consent: string;
  accept: string;
  decline: string;
};

/** By ISO 639. They go to customers, not to the page, so they follow the customer's language and not the page's catalogue. */
export const ASK_WORDS: Readonly<Record<string, AskWords>> & { readonly en: AskWords } = {
  en: {
    fulfilment: (order) => `Your order ${order}: will you pick it up, or shall we deliver it?`,
    pickup: 'I’ll pick it up',
    delivery: 'Please deliver it',
    place: (order) => `Your order ${order}: where shall we deliver it? Send us your location by the button below, or simply write the address.`,
    address: (order) => `Your order ${order}: what address shall we deliver it to? Please write street, house number and town.`,
    proposal: (order) => `Your order ${order}: we’re sorry, we cannot fill it quite as you ordered. We would change this:`,
    struck: (name) => `${name}: not available`,
    changed: (name, before, after) => `${name}: ${after} instead of ${before}`,
    more: (lines) => (lines === 1 ? 'and 1 more' : `and ${lines} more`),
    total: (amount) => `New total: ${amount}`,
    unclear: (lines) => (lines === 1 ? '1 item without a price yet' : `${lines} items without a price yet`),
    nothingLeft: 'Nothing of the order would be left.',
    consent: 'Is that all right with you?',
    accept: 'Yes, that’s fine',
    decline: 'No, thank you',
  },
  de: {
    fulfilment: (order) => `Ihre Bestellung ${order}: Holen Sie sie ab, oder sollen wir liefern?`,
    pickup: 'Ich hole ab',
    delivery: 'Bitte liefern',
    place: (order) =>
      `Ihre Bestellung ${order}: Wohin dürfen wir liefern? Senden Sie uns Ihren Standort über den Knopf unten, oder schreiben Sie einfach die Adresse.`,
    address: (order) => `Ihre Bestellung ${order}: An welche Adresse dürfen wir liefern? Bitte schreiben Sie Straße, Hausnummer und Ort.`,
    proposal: (order) => `Ihre Bestellung ${order}: Leider können wir sie nicht ganz so ausführen wie bestellt. Wir würden Folgendes ändern:`,
    struck: (name) => `${name}: nicht verfügbar`,
    changed: (name, before, after) => `${name}: ${after} statt ${before}`,
    more: (lines) => `und ${lines} weitere`,
    total: (amount) => `Neue Summe: ${amount}`,
    unclear: (lines) => (lines === 1 ? '1 Artikel noch ohne Preis' : `${lines} Artikel noch ohne Preis`),
    nothingLeft: 'Von der Bestellung bliebe nichts übrig.',
    consent: 'Ist das für Sie in Ordnung?',
    accept: 'Ja, das passt',
    decline: 'Nein, danke',
  },
};
