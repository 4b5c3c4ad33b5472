import { formatMoney, type Money } from './money.ts';
import { isAvailable } from './product-trouble.ts';

/** What an answer about an article is made of, as far as it is known. */
export type AnsweredProduct = {
  name: string | null;
  retailerId: string;
  price: Money | null;
  /** Meta's own display text, where no exact price is known. */
  priceText: string | null;
  /** What it costs while it is on sale, as the two above; null where it is not. */
  sale: { price: Money | null; text: string } | null;
  availability: string | null;
  inventory: number | null;
};

type Words = {
  /** Stands for an article without a name. */
  it: string;
  price: (name: string, price: string) => string;
  /** `usual` is null where it is not known. */
  sale: (name: string, price: string, usual: string | null) => string;
  /** Follows a sentence that named the article already. */
  is: (name: string | null, state: State, left: number | null) => string;
};
type State = 'available' | 'few' | 'sold-out' | 'to-order' | 'preorder' | 'discontinued' | 'pending' | 'unknown';

/** Up to so many pieces are worth saying: it is what makes a customer decide. */
const FEW = 5;

const en: Words = {
  it: 'It',
  price: (name, price) => `${name} costs ${price}.`,
  sale: (name, price, usual) => `${name} is on sale for ${price}${usual === null ? '' : ` instead of ${usual}`}.`,
  is: (name, state, left) => {
    const it = name ?? 'It';
    switch (state) {
      case 'available':
        return `${it} is available.`;
      case 'few':
        return left === 1
          ? `${name === null ? 'There' : `Of ${name} there`} is one left.`
          : `${name === null ? 'There' : `Of ${name} there`} are ${left} left.`;
      case 'sold-out':
        return `${name === null ? 'Unfortunately it' : `Unfortunately ${name}`} is sold out at the moment.`;
      case 'to-order':
        return `${it} can be ordered; we make it or get it for you.`;
      case 'preorder':
        return `${it} can be ordered in advance.`;
      case 'discontinued':
        return `Unfortunately we no longer have ${name ?? 'it'}.`;
      case 'pending':
        return `${it} will be available soon.`;
      case 'unknown':
        return '';
    }
  },
};
const de: Words = {
  it: 'Der Artikel',
  price: (name, price) => `${name} kostet ${price}.`,
  sale: (name, price, usual) => `${name} ist im Angebot für ${price}${usual === null ? '' : ` statt ${usual}`}.`,
  is: (name, state, left) => {
    const it = name ?? 'Der Artikel';
    switch (state) {
      case 'available':
        return `${it} ist verfügbar.`;
      case 'few':
        return left === 1
          ? `${name === null ? 'Davon' : `Von ${name}`} ist noch 1 Stück da.`
          : `${name === null ? 'Davon' : `Von ${name}`} sind noch ${left} Stück da.`;
      case 'sold-out':
        return `${name === null ? 'Leider ist er' : `Leider ist ${name}`} zurzeit ausverkauft.`;
      case 'to-order':
        return `${it} ist auf Bestellung zu haben.`;
      case 'preorder':
        return `${it} kann vorbestellt werden.`;
      case 'discontinued':
        return `Leider haben wir ${name ?? 'den Artikel'} nicht mehr.`;
      case 'pending':
        return `${it} ist bald zu haben.`;
      case 'unknown':
        return '';
    }
  },
};

/**
 * A text that answers a question about an article, in the customer's language (English and German; any other gets English).
 * @param language ISO 639
 * @returns null where neither a price nor an availability is known
 */
export function productAnswer(product: AnsweredProduct, language: string): string | null {
  const words = language === 'de' ? de : en;
  const name = oneLine(product.name) ?? oneLine(product.retailerId);
  const amount = (exact: Money | null, text: string | null) =>
    exact === null ? oneLine(text) : spaced(formatMoney(exact, language === 'de' ? 'de-DE' : 'en-GB'));
  const usual = amount(product.price, product.priceText);
  const sale = product.sale && amount(product.sale.price, product.sale.text);
  const price = sale ?? usual;
  const state = stateOf(product);
  if (state === 'discontinued') return words.is(name, state, null);
  const first = price === null ? '' : sale === null ? words.price(name ?? words.it, price) : words.sale(name ?? words.it, sale, usual === sale ? null : usual);
  const second = words.is(price === null ? name : null, state, product.inventory);
  const text = [first, second].filter((sentence) => sentence !== '').join(' ');
  return text === '' ? null : text;
}

function stateOf({ availability, inventory }: AnsweredProduct): State {
  const word = availability?.toLowerCase().replaceAll('_', ' ') ?? null;
  if (word === 'discontinued') return 'discontinued';
  if (word === 'pending') return 'pending';
  if (!isAvailable(availability)) return 'sold-out';
  if (word === 'preorder' || word === 'pre order') return 'preorder';
  if (word === 'available for order' || word === 'backorder') return 'to-order';
  // A catalogue that says "in stock" and counts none is behind by one of the two; the shop has to look, so nothing is said for it.
  if (inventory !== null && inventory <= 0) return 'unknown';
  if (inventory !== null && inventory <= FEW && word !== null) return 'few';
  return word === 'in stock' ? 'available' : 'unknown';
}

function oneLine(text: string | null): string | null {
  const line = text?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  return line === '' ? null : line;
}

/** An amount stays on its line, and is found by who searches the chat for it. */
function spaced(amount: string): string {
  return amount.replaceAll(/[\u00a0\u202f]/gu, '\u00a0');
}
