import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ConversationView } from '../../../shared/contract/chats.ts';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { findQuickReplies } from './find-quick-replies.ts';
import type { FoundReply } from './find-quick-replies.ts';
import { useQuickRepliesOptions } from './quick-reply-queries.ts';
import { slashAt } from './slash-at.ts';

/** What can be chosen after a slash: a ready text, or the articles. */
export type SlashEntry = { id: string; does: 'fill'; found: FoundReply } | { id: string; does: 'products' };

type Given = {
  conversation: ConversationView;
  text: string;
  /** Where the cursor stands; null while the field has no focus. */
  cursor: number | null;
  /** Puts a text in place of what stands between two places. */
  onFill: (text: string, start: number, end: number) => void;
  onProducts: (start: number, end: number) => void;
};

/** The list under a slash in the field, and its keys. */
export function useSlash({ conversation, text, cursor, onFill, onProducts }: Given) {
  const api = useApi();
  const replies = useQuery(useQuickRepliesOptions());
  // Left with Escape: this slash opens nothing any more.
  const [left, setLeft] = useState<number | null>(null);
  const [at, setAt] = useState<{ query: string; index: number }>({ query: '', index: 0 });
  const [trouble, setTrouble] = useState(false);
  const slash = cursor === null ? null : slashAt(text, cursor);
  // Where no slash stands any more, a new one opens the list again.
  if (left !== null && text[left] !== '/') setLeft(null);
  const isOpen = slash !== null && left !== slash.start;
  const found = isOpen && replies.data ? findQuickReplies(replies.data, slash.query, conversation.language) : [];
  const fills = found.map((one): SlashEntry => ({ id: `reply-${one.reply.id}`, does: 'fill', found: one }));
  const products: SlashEntry[] = isOpen && 'p'.startsWith(slash.query.toLowerCase()) ? [{ id: 'products', does: 'products' }] : [];
  // Who types /p wants the articles; a mere slash wants the texts first.
  const entries = slash?.query === '' ? [...fills, ...products] : [...products, ...fills];
  const index = Math.min(at.query === slash?.query ? at.index : 0, Math.max(0, entries.length - 1));

  const choose = async (entry: SlashEntry | undefined) => {
    if (!entry || !slash) return;
    setTrouble(false);
    if (entry.does === 'products') return onProducts(slash.start, slash.end);
    setLeft(slash.start);
    const asked = { id: entry.found.reply.id, conversationId: conversation.id };
    try {
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- no array: it fills the fields of a text
      const filled = await api.quickReplies.fill(asked);
      if (filled) onFill(filled.text, slash.start, slash.end);
      setLeft(null);
    } catch {
      setTrouble(true);
      setLeft(null);
    }
  };
  /** True where the key was the list's. */
  const pressed = (event: KeyboardEvent): boolean => {
    if (!isOpen || entries.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : entries.length - 1;
      setAt({ query: slash.query, index: (index + step) % entries.length });
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) void choose(entries[index]);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    isOpen: isOpen && (entries.length > 0 || replies.data?.length === 0),
    hasNone: replies.data?.length === 0,
    entries,
    index,
    trouble,
    pressed,
    choose: (entry: SlashEntry) => void choose(entry),
    leave: () => setLeft(slash?.start ?? null),
  };
}
