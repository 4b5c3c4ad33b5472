/** What the shop writes down of a customer, as far as it is known here. */
export type Note = {
  text: string;
  /** What the main side keeps, as far as this screen knows: another text than that is newer. */
  saved: string;
  /** What the customer last said that is kept. */
  seen: string;
};

const notes = new Map<string, Note>();
const sessionKey = (key: string) => `shopbell.note ${key}`;

/** The note of a customer who is shown now: what is kept, or what was written here and could not be stored yet. @param kept as the customer says */
export function openNote(key: string, kept: string): Note {
  const from = sessionStorage.getItem(sessionKey(key));
  sessionStorage.removeItem(sessionKey(key));
  const left = notes.get(key) ?? (from === null ? null : readNote(from));
  return left === null ? { text: kept, saved: kept, seen: kept } : adoptNote({ ...left, seen: left.saved }, kept);
}

/** Keeps a text that is not stored yet. `beyondPage`: the page may end now, and the main side may not hear of it any more. */
export function keepNote(key: string, note: Note, beyondPage = false): void {
  notes.set(key, note);
  if (beyondPage) sessionStorage.setItem(sessionKey(key), JSON.stringify([note.text, note.saved]));
}

/** This text is stored: it need not be kept here, unless a newer one is. */
export function dropStored(key: string, stored: string): void {
  if (notes.get(key)?.text === stored) forgetNote(key);
}

/** Nothing may be kept of this customer any more. */
export function forgetNote(key: string): void {
  notes.delete(key);
  sessionStorage.removeItem(sessionKey(key));
}

/** A note beside what is kept of it now. Where another screen wrote too, nobody's words go. */
export function adoptNote(note: Note, kept: string): Note {
  if (kept === note.seen) return note;
  return { text: mergeNote({ base: note.saved, mine: note.text, theirs: kept }), saved: kept, seen: kept };
}

/** Two texts that came of the same one, as one that holds what each of them added. */
export function mergeNote({ base, mine, theirs }: { base: string; mine: string; theirs: string }): string {
  if (theirs === base) return mine;
  if (mine === base || theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  if (base !== '' && mine.startsWith(base)) return `${theirs}${mine.slice(base.length)}`;
  return `${theirs}\n${mine}`;
}

function readNote(text: string): Note | null {
  try {
    const [written, saved]: unknown[] = JSON.parse(text);
    return typeof written === 'string' && typeof saved === 'string' ? { text: written, saved, seen: saved } : null;
  } catch {
    return null;
  }
}
