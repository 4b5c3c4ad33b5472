/**
 * Replaces secrets by "…" in what is kept of a call, as they stand and as an address or JSON encodes them. An app token ("id|secret") hides its secret
 * alone: the app's id is none.
 */
export function hider(secrets: readonly string[]): (text: string) => string {
  const parts = secrets.flatMap((secret) => (/^\d+\|./.test(secret) ? [secret.slice(secret.indexOf('|') + 1)] : [secret]));
  const written = new Set(parts.flatMap((part) => (part === '' ? [] : [part, encodeURIComponent(part), JSON.stringify(part).slice(1, -1)])));
  // The longest first: one may stand within another.
  const ordered = [...written].toSorted((a, b) => b.length - a.length);
  return (text) => ordered.reduce((left, part) => left.replaceAll(part, '…'), text);
}
