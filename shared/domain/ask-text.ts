import { formatMoney, type Money } from './money.ts';
import { BODY_LIMIT } from './fit-text.ts';
import { ASK_WORDS, type AskWords } from './ask-words.ts';

/** One line that a proposal changes; `name` is the article's, or its number where none is known. */
export type ProposedLine = { name: string; before: number; after: number };
export type Proposal = {
  /** The shop's number of the order. */
  number: number;
  lines: readonly ProposedLine[];
  /** What the whole order comes to with it. */
  totals: readonly Money[];
  /** Lines that no total contains. */
  unclear: number;
};

const NAME_LIMIT = 60;

/** The words of a language; English where there are none. @param language ISO 639 */
function wordsOf(language: string): AskWords {
  return ASK_WORDS[language] ?? ASK_WORDS['en'];
}

/** Asks whether the customer comes for the order or wants it brought, with the titles of the two buttons. */
export function fulfilmentQuestion(language: string, number: number): { body: string; pickup: string; delivery: string } {
  const { fulfilment, pickup, delivery } = wordsOf(language);
  return { body: fulfilment(`#${number}`), pickup, delivery };
}

/** Asks where to. @param how `location`: beside WhatsApp's own button, which sends a place; `text`: to be typed */
export function addressQuestion(language: string, number: number, how: 'location' | 'text'): string {
  const { place, address } = wordsOf(language);
  return (how === 'location' ? place : address)(`#${number}`);
}

/** Proposes a change: what is struck or has another quantity, and the new total. It fits above reply buttons whatever the number of lines. */
export function proposalQuestion(language: string, { number, lines, totals, unclear }: Proposal): { body: string; accept: string; decline: string } {
  const words = wordsOf(language);
  const total = [...totals.map((money) => formatMoney(money, language)), ...(unclear > 0 ? [words.unclear(unclear)] : [])].join(' + ');
  const end = [total === '' ? words.nothingLeft : words.total(total), words.consent].join('\n');
  const begin = words.proposal(`#${number}`);
  const changes = lines.map((line) => `– ${describe(words, line)}`);
  const whole = (shown: number): string => {
    const more = changes.length - shown;
    return [begin, '', ...changes.slice(0, shown), ...(more > 0 ? [`– ${words.more(more)}`] : []), '', end].join('\n');
  };
  let shown = changes.length;
  while (shown > 0 && whole(shown).length > BODY_LIMIT) shown -= 1;
  return { body: whole(shown), accept: words.accept, decline: words.decline };
}

function describe(words: AskWords, { name, before, after }: ProposedLine): string {
  const letters = [...name.replaceAll(/\s+/g, ' ').trim()];
  const short = letters.length > NAME_LIMIT ? `${letters.slice(0, NAME_LIMIT - 1).join('')}…` : letters.join('');
  return after === 0 ? words.struck(short) : words.changed(short, before, after);
}
