import type { QuickReply } from '../../../shared/contract/answers.ts';

/** A ready text that fits what was typed, with the words it has in the chat's language. */
export type FoundReply = { reply: QuickReply; text: string };

/** At most so many are shown at once. */
const MOST = 8;

/** Ready texts for what was typed after the slash: those whose shortcut begins with it, then those that hold it anywhere. */
export function findQuickReplies(replies: readonly QuickReply[], query: string, language: string): FoundReply[] {
  const wanted = plain(query);
  const found = replies.map((reply) => {
    const shortcut = plain(reply.shortcut);
    const text = textFor(reply, language);
    const place = shortcut === wanted ? 0 : shortcut.startsWith(wanted) ? 1 : shortcut.includes(wanted) ? 2 : plain(text).includes(wanted) ? 3 : null;
    return { reply, text, place };
  });
  return found
    .flatMap((one) => (one.place === null ? [] : [{ ...one, place: one.place }]))
    .toSorted((a, b) => a.place - b.place || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .slice(0, MOST)
    .map(({ reply, text }) => ({ reply, text }));
}

/** As the main side chooses: the chat's language, else English, else the first there is. */
function textFor({ texts }: QuickReply, language: string): string {
  return [texts[language], texts['en'], ...Object.values(texts)].find((text) => text !== undefined && text.trim() !== '') ?? '';
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
