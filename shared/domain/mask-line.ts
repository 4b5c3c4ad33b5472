/** What a number, a name … is shown as instead; the same one always as the same. */
export type Placeholder = (value: string, kind: MaskKind) => string;
export type MaskKind = 'number' | 'message' | 'user' | 'name' | 'text' | 'email' | 'link' | 'token' | 'id';

/** Meta's ids of messages carry the customer's number in base64. */
const WAMID = /\b(?:wamid\.|gBEG|gBGG|ABGG|ABEG)[\w+/=%-]+/g;
const EMAIL = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,190}\.[^\s@<>"'(),;:]{1,60}/gu;
/** "US.13491208655302741918", a customer's id at Meta where the number is hidden. */
const BSUID = /\b[A-Z]{2}\.(?:ENT\.)?(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{4,128}\b/g;
/** Meta's access tokens, and whatever is as long as only a token, a key or a digest is. */
const TOKEN = /\bEAA[A-Za-z0-9]{12,}|[A-Za-z0-9_-]{40,}/g;
const BEARER = /\b(bearer\s+)[^\s"',;]+/gi;
const QUERY =
  /\b((?:access_token|input_token|fb_exchange_token|hub\.verify_token|verify_token|client_secret|appsecret_proof|hash|token|secret|key|password)=)[^\s&"']+/gi;
const USER_IN_URL = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]{1,300}@/gi;
const SECRET_PATH = /(\/onprem\/)[^\s/?"']+/g;
/** Seven digits and more, as people and programs write telephone numbers, in any script's digits. */
const NUMBER = /\+?\(?\p{Nd}(?:[\s().\-/\u2010-\u2015\u00a0\u202f]{0,3}\p{Nd}){6,}/gu;
/** Times in ISO 8601 and addresses of this computer are nobody's number. */
const NO_NUMBER =
  /(?<![\d+(./-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\d-])|\b127\.0\.0\.1(?::\d{1,5})?(?!\d)/g;
/** Meta quotes the parameter that it dislikes: a word of its own is kept, what a customer wrote is not. */
const QUOTED = /(["'“‘`«„])([^"'”’`»“]{1,500})(["'”’`»“])/gu;
const OWN_WORD = /^[\w.[\]#/:-]*$/;
const MASKED = /^\[\w+ \d+\]$/;

/**
 * Makes what is personal in a line of words unreadable: numbers of seven digits and more, ids of messages and of people, addresses of mail, tokens,
 * quoted sentences. Names that stand in it unquoted cannot be told from other words.
 */
export function maskLine(line: string, placeholder: Placeholder): string {
  const kept: string[] = [];
  const masked = line
    .replaceAll('\0', '')
    .replaceAll(NO_NUMBER, (time) => `\0${String.fromCharCode(0xe000 + kept.push(time) - 1)}\0`)
    .replaceAll(USER_IN_URL, '$1…@')
    .replaceAll(SECRET_PATH, '$1…')
    .replaceAll(QUERY, '$1…')
    .replaceAll(BEARER, '$1…')
    .replaceAll(WAMID, (id) => placeholder(id, 'message'))
    .replaceAll(EMAIL, (address) => placeholder(address, 'email'))
    .replaceAll(BSUID, (id) => placeholder(id, 'user'))
    .replaceAll(TOKEN, (token) => placeholder(token, 'token'))
    .replaceAll(NUMBER, (number) => placeholder(number, 'number'))
    .replaceAll(QUOTED, (whole, open: string, words: string, close: string) =>
      OWN_WORD.test(words) || MASKED.test(words) ? whole : `${open}${placeholder(words, 'text')}${close}`,
    );
  return masked.replaceAll(/\0([\ue000-\uf8ff])\0/g, (_, place: string) => kept[place.charCodeAt(0) - 0xe000] ?? '');
}
