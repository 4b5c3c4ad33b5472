export type PersonWords = {
  locale: string;
  title: string;
  made: string;
  noName: string;
  knownAs: string;
  note: string;
  tags: string;
  language: string;
  address: string;
  blocked: string;
  orders: string;
  order: string;
  chat: string;
  shop: string;
  nothing: string;
  deleted: string;
  files: string;
};

const EN: PersonWords = {
  locale: 'en',
  title: 'What this shop keeps about',
  made: 'Made on',
  noName: 'a customer without a name',
  knownAs: 'Known to WhatsApp as',
  note: 'The shop’s note',
  tags: 'Tags',
  language: 'Language',
  address: 'Address',
  blocked: 'Blocked since',
  orders: 'Orders',
  order: 'Order',
  chat: 'Messages',
  shop: 'The shop',
  nothing: 'None',
  deleted: 'deleted',
  files: 'The same, and more of it, for programs: person.json, orders.json, questions.json, messages.json and arrivals.json (as WhatsApp delivered it).',
};
const DE: PersonWords = {
  locale: 'de',
  title: 'Was dieser Laden aufbewahrt über',
  made: 'Erstellt am',
  noName: 'jemanden ohne Namen',
  knownAs: 'Bei WhatsApp bekannt als',
  note: 'Notiz des Ladens',
  tags: 'Schlagwörter',
  language: 'Sprache',
  address: 'Adresse',
  blocked: 'Blockiert seit',
  orders: 'Bestellungen',
  order: 'Bestellung',
  chat: 'Nachrichten',
  shop: 'Der Laden',
  nothing: 'Keine',
  deleted: 'gelöscht',
  files: 'Dasselbe und mehr davon für Programme: person.json, orders.json, questions.json, messages.json und arrivals.json (wie WhatsApp es zugestellt hat).',
};

/** A person reads their export in the shop's language, or in English. */
export function personWords(shopLanguage: string): PersonWords {
  return shopLanguage === 'de' ? DE : EN;
}
