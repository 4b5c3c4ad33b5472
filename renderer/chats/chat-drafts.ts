/** A text not sent yet. */
export type ChatDraft = {
  text: string;
  /** The name under which it will be sent: a repeated call with the same name sends nothing twice. */
  requestId: string;
  /** What the main side keeps, as far as this screen knows: another text than that is newer. */
  saved: string;
  /** What the conversation last said that is kept. */
  seen: string;
  /** How many characters at its beginning came back unsent: where the next one that comes back is put. */
  returned: number;
};
/** A text on its way, and what it quotes. */
export type SentText = Pick<ChatDraft, 'text' | 'requestId'> & { quoteMessageId: number | null };

const drafts = new Map<string, ChatDraft>();
/** Texts put into chats from elsewhere on the page, until their fields are there. */
const additions = new Map<string, string>();

/** The text begun in a conversation: here, or on another screen, or before a restart. @param kept as the conversation says */
function draftOf(key: string, kept: string, newId: () => string): ChatDraft {
  const local = drafts.get(key);
  return local ? adoptDraft(local, kept, newId) : { text: kept, requestId: newId(), saved: kept, seen: kept, returned: 0 };
}

/** The main side keeps this text of a conversation now. */
export function markKept(key: string, saved: string): void {
  const draft = drafts.get(key);
  if (draft) drafts.set(key, { ...draft, saved });
}

/** Keeps a begun text for when one comes back to its conversation. */
export function keepDraft(key: string, draft: ChatDraft): void {
  drafts.set(key, draft);
}

/** A text that was not sent is in the draft again, before what was written since, and after those that came back before it. Alone, it keeps its name. */
export function returned(draft: ChatDraft, sent: SentText, newId: () => string): ChatDraft {
  if (draft.text === '') return { ...draft, text: sent.text, requestId: sent.requestId, returned: sent.text.length };
  const before = draft.text.slice(0, draft.returned);
  const since = draft.text.slice(draft.returned).replace(/^\n/, '');
  const back = before === '' ? sent.text : `${before}\n${sent.text}`;
  return { ...draft, text: since === '' ? back : `${back}\n${since}`, requestId: newId(), returned: back.length };
}

/** The same in a chat that nobody looks at any more. */
export function returnToChat(key: string, sent: SentText, newId: () => string): void {
  const draft = drafts.get(key);
  if (draft) drafts.set(key, returned(draft, sent, newId));
}

/**
 * A draft beside what the conversation now says is kept. What another screen wrote is taken over when it is news and nothing was typed here that the
 * main side does not have yet.
 */
export function adoptDraft(draft: ChatDraft, kept: string, newId: () => string): ChatDraft {
  if (kept === draft.seen) return draft;
  const isNewer = draft.text !== draft.saved;
  if (isNewer || kept === draft.text) return { ...draft, seen: kept };
  return { text: kept, requestId: newId(), saved: kept, seen: kept, returned: 0 };
}

/** Puts a text into a chat that is about to be opened, below what was begun there. */
export function addToDraft(key: string, text: string): void {
  additions.set(key, text);
}

/** The draft of a chat that is opened now, with what was put into it from elsewhere, under a name of its own. */
export function openDraft(key: string, kept: string, newId: () => string): ChatDraft {
  const draft = draftOf(key, kept, newId);
  const added = additions.get(key);
  if (added === undefined) return draft;
  return { ...draft, text: draft.text.trim() === '' ? added : `${draft.text}\n${added}`, requestId: newId() };
}

/** The field has it. */
export function dropAddition(key: string): void {
  additions.delete(key);
}
