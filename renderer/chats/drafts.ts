/** A text not sent yet, and the name under which it will be: a repeated call with the same name sends nothing twice. */
export type Draft = { text: string; requestId: string };

const drafts = new Map<string, Draft>();

/** The text begun in a conversation; an empty one where there is none. */
export function draftOf(key: string): Draft {
  return drafts.get(key) ?? { text: '', requestId: crypto.randomUUID() };
}

/** Keeps a begun text for when one comes back to its conversation. */
export function keepDraft(key: string, draft: Draft): void {
  if (draft.text === '') drafts.delete(key);
  else drafts.set(key, draft);
}
