import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { TEXT_LIMIT } from '../../shared/domain/send-limits.ts';
import type { Store } from '../store/open-store.ts';
import type { QuickReplyRow } from '../store/quick-replies.ts';

export type QuickReplyDeps = { store: Pick<Store, 'quickReplies' | 'transaction'>; publish: (news: readonly News[]) => void };

/** Letters of any script, digits and hyphens. */
const SHORTCUT = /^[\p{L}\p{M}\p{N}-]{1,40}$/u;

/** Stores a text that stands ready, as a new one without `id`. */
export function saveQuickReply(
  { store, publish }: QuickReplyDeps,
  input: { id?: number | undefined; shortcut: string; texts: Readonly<Record<string, string>> },
): { ok: true; reply: QuickReplyRow } | Refused {
  const shortcut = input.shortcut.trim().replace(/^\//, '').normalize('NFC');
  if (!SHORTCUT.test(shortcut)) return { ok: false, reason: 'bad-shortcut' };
  const texts = Object.fromEntries(Object.entries(input.texts).flatMap(([language, text]) => (text.trim() === '' ? [] : [[language, text.trim()]])));
  if (Object.keys(texts).length === 0) return { ok: false, reason: 'empty-text' };
  if (Object.values(texts).some((text) => [...text].length > TEXT_LIMIT)) return { ok: false, reason: 'text-too-long' };
  const saved = store.transaction((): { ok: true; reply: QuickReplyRow } | Refused => {
    const other = store.quickReplies.byShortcut(shortcut);
    if (other && other.id !== input.id) return { ok: false, reason: 'shortcut-taken' };
    if (input.id !== undefined && !store.quickReplies.get(input.id)) return { ok: false, reason: 'not-found' };
    if (input.id !== undefined) store.quickReplies.change(input.id, shortcut, texts);
    const id = input.id ?? store.quickReplies.add(shortcut, texts);
    return { ok: true, reply: { id, shortcut, texts } };
  });
  if (saved.ok) publish([{ kind: 'quick-replies' }]);
  return saved;
}

/** Takes a text out; false where there is none of this id. */
export function removeQuickReply({ store, publish }: QuickReplyDeps, id: number): boolean {
  const removed = store.quickReplies.remove(id);
  if (removed) publish([{ kind: 'quick-replies' }]);
  return removed;
}
