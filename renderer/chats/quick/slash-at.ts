/** What is typed after a slash, and where the slash stands. */
export type Slash = { start: number; end: number; query: string };

/** Reads a slash that stands at the beginning or after a blank, with what is typed behind it up to the cursor; null where there is none. */
export function slashAt(text: string, cursor: number): Slash | null {
  const found = /(?:^|\s)\/([^\s/]{0,40})$/u.exec(text.slice(0, cursor));
  if (!found) return null;
  const query = found[1] ?? '';
  return { start: cursor - query.length - 1, end: cursor, query };
}
