/** A run of a text: words, or an address that one may follow. `href` has one of the schemes http, https, mailto, tel. */
export type TextPart = { text: string; href: string | null };

/** What may begin an address; it has to stand at the beginning of a word. */
const CANDIDATE =
  /(?<![\p{L}\p{N}_@])(?:https?:\/\/|www\.|mailto:|tel:)[^\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069]+|(?<![\p{L}\p{N}_.+@-])[\w.+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
/** What stands behind an address more often than in it. */
const BEHIND = /[.,;:!?'*_~`…»”’]$/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Parts a text into words and addresses; joined, the parts are the text again, letter by letter. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const found = trimmed(match[0]);
    const href = addressOf(found);
    if (href === null) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

function trimmed(found: string): string {
  let address = found;
  while (address !== '') {
    const last = address.slice(-1);
    const opening = PAIRS[last];
    const unpaired = opening !== undefined && address.split(last).length > address.split(opening).length;
    if (!unpaired && !BEHIND.test(address)) return address;
    address = address.slice(0, -1);
  }
  return address;
}

/**
 * The address as a browser would open it; null for what is none, or has another scheme than http, https, mailto and tel. Names in
 * other scripts are given as they go over the wire (`xn--…`), so that one that only looks like a known one cannot hide.
 */
export function addressOf(text: string): string | null {
  if (/^tel:/i.test(text)) {
    const number = text.slice(4).replaceAll(/[().\s-]/g, '');
    return /^\+?\d{2,20}$/.test(number) ? `tel:${number}` : null;
  }
  const plain = /^www\./i.test(text) ? `http://${text}` : text;
  const whole = /^(?:https?:\/\/|mailto:)/i.test(plain) ? plain : plain.includes('@') ? `mailto:${plain}` : null;
  if (whole === null) return null;
  try {
    const url = new URL(whole);
    if (url.protocol === 'mailto:') return url.pathname.includes('@') ? url.href : null;
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    return isWeb && (url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')) ? url.href : null;
  } catch {
    return null;
  }
}
