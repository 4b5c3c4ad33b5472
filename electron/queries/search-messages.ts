import type { MessageHit } from '../../shared/contract/search.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import type { SearchedMessage } from '../store/message-search.ts';
import type { Reader } from '../store/open-reader.ts';
import { searchWords } from '../store/search-words.ts';
import { cutAround } from './cut-around.ts';
import { viewCustomer } from './view-customer.ts';

/** Where every word has to be looked at, no more than this: a search that takes seconds helps nobody. */
const LOOKED_AT = 200_000;

/**
 * Messages in which every word of a text stands, in any script, as parts of words, without regard to case and marks; the newest first. The index is asked
 * by the words of three letters and more, and what it does not know yet is read through; a text of shorter words alone is looked for in every message.
 * @param conversationId null: in all of them
 */
export function searchMessages(reader: Reader, typed: string, conversationId: number | null, limit: number): { hits: MessageHit[]; more: boolean } {
  const words = wordsOf(typed);
  if (words.length === 0) return { hits: [], more: false };
  const found: { row: SearchedMessage; words: string }[] = [];
  for (const row of candidates(reader, typed, conversationId)) {
    const text = searchWords(row);
    const folded = foldText(text);
    if (!words.every((word) => folded.includes(word))) continue;
    found.push({ row, words: text });
    if (found.length > limit) break;
  }
  found.sort((a, b) => b.row.sent_at - a.row.sent_at || b.row.id - a.row.id);
  const hits = found.slice(0, limit).flatMap(({ row, words: text }): MessageHit[] => {
    const conversation = reader.conversations.get(row.conversation_id);
    if (!conversation) return [];
    const customer = viewCustomer(reader, conversation.customer_id);
    const { id: messageId, conversation_id, direction, type, sent_at: sentAt } = row;
    return [{ messageId, conversationId: conversation_id, customer, direction, type, sentAt, ...cutAround(text, markIn(text, typed, words)) }];
  });
  return { hits, more: found.length > limit };
}

function* candidates(reader: Reader, typed: string, conversationId: number | null): IterableIterator<SearchedMessage> {
  const store = reader.messageSearch;
  const match = matchOf(typed);
  const seen = new Set<number>();
  let looked = 0;
  const rows = match === null ? store.every(conversationId) : both(reader, match, conversationId);
  for (const row of rows) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    yield row;
    if ((looked += 1) >= LOOKED_AT) return;
  }
}

function* both(reader: Reader, match: string, conversationId: number | null): IterableIterator<SearchedMessage> {
  const store = reader.messageSearch;
  yield* store.unindexed(Number(reader.facts.get('messages_indexed') ?? 0), conversationId);
  yield* store.matching(match, conversationId);
}

function wordsOf(typed: string): string[] {
  return foldText(typed.trim().normalize('NFC')).split(/\s+/u).filter(Boolean);
}

/** Words of three letters and more, quoted, so that nothing in them is FTS5's language; null where there is none. */
function matchOf(typed: string): string | null {
  const long = typed
    .trim()
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => [...foldText(word)].length >= 3);
  if (long.length === 0) return null;
  return long.map((word) => `"${word.replaceAll('"', '""').replaceAll('\0', '')}"`).join(' AND ');
}

/** What is marked: all that was typed where it stands so, else the first of its words. */
function markIn(text: string, typed: string, words: readonly string[]): string {
  const whole = typed.trim().normalize('NFC');
  return foldText(text).includes(foldText(whole)) ? whole : (words[0] ?? whole);
}
