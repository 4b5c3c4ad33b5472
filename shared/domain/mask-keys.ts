import type { MaskKind } from './mask-line.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Names of fields, in lower case and without "_" and "-", whose value is a word that Meta or this program made. Everything else in a body is taken for
 * somebody's words: a field that nobody knows yet may hold anything.
 */
const WORDS = list(`
  object field type status kind direction messagingproduct currency mimetype category pricingmodel billable outcome shape event recipienttype mediatype
  sourcetype reason policy decision qualityrating currentlimit messaginglimittier tier method availability state tone proof level voice animated
  subtype origin productretailerid retailerid language code availabilitystatus catalogtype nametype hashtype apiversion version visibility
  quantityraw unitraw platformtype throughput accountmode codeverificationstatus namestatus action fact
  scopes scope permission fields subscribedfields
`);
/** Fields whose value is a code, a count, an amount or a size. */
const NUMBERS = list(`
  code errorsubcode quantity itemprice unitminor amount saleamount offset filesize size width height limit count bytes ms phase chunkorder progress
  forwarded silent httpcode status price quantityraw unitraw saleprice inventory
`);
/** Seconds or ms since epoch. */
const TIMES = list(`timestamp sentat at receivedat expirationtimestamp createdtimestamp updatedtimestamp time until issuedat expiresat dataaccessexpiresat`);
/** What stands below them is a person's, whatever the fields are called. */
export const SEALED: ReadonlySet<string> = list(`
  phones emails addresses urls org vcard address location birthday profile text body caption filename response responsejson parameters payload values
  notes interactive contacts
`);
/** Of an error: sentences of Meta's, which may quote. */
export const SPOKEN: ReadonlySet<string> = list(`message title details errorusertitle errorusermsg href type fbtraceid errors`);
export const SECRET_KEYS: ReadonlySet<string> = list(`
  accesstoken token inputtoken verifytoken hubverifytoken clientsecret appsecret appsecretproof secret password authorization pin fbexchangetoken
  webhookverifytoken
`);

/** Lower or upper case alone, as machines write: "audio/ogg; codecs=opus", "TIER_2K". A name has both. */
const MACHINE_WORD = /^(?:[a-z0-9][a-z0-9_.+/-]*(?:; ?[a-z0-9=_.+-]+)*|[A-Z0-9][A-Z0-9_]*)$/;
const NUMBER_WORD = /^-?\d{1,6}(?:[.,]\d{1,3})?$/;
const LONG_RUN = /\d(?:[.+/-]{0,3}\d){6,}/;
const PHONE_LIKE = /^[+(]?\p{Nd}[\p{Nd}\s().\-/]*$/u;

/** Whether a text may be shown as it is. */
export function keepsWord(key: string, value: string, sealed: boolean): boolean {
  if (TIMES.has(key) && isTime(Number(value)) && /^\d+$/.test(value)) return true;
  // Labels of a contact card are "CELL" and "HOME", or what somebody called them.
  if (sealed) return key === 'type' && /^[A-Z]{1,20}$/.test(value);
  return (WORDS.has(key) || (NUMBERS.has(key) && NUMBER_WORD.test(value))) && value.length <= 80 && MACHINE_WORD.test(value) && !LONG_RUN.test(value);
}

export function keepsNumber(key: string, value: number, sealed: boolean): boolean {
  if (TIMES.has(key)) return isTime(value);
  return !sealed && NUMBERS.has(key) && Math.abs(value) < 1_000_000;
}

/** What a value is called that may not be shown. */
export function kindOf(key: string, value: string): MaskKind {
  if (/^(?:wamid\.|gBEG|gBGG|ABGG|ABEG)/.test(value)) return 'message';
  if (/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/.test(value)) return 'user';
  if (PHONE_LIKE.test(value)) return key.endsWith('id') && !/waid|recipientid|^id$/.test(key) ? 'id' : 'number';
  if (key.includes('name')) return 'name';
  if (/^https?:\/\//.test(value)) return 'link';
  return 'text';
}

/** Seconds or ms since epoch, of the years 2009 to 2100. */
function isTime(value: number): boolean {
  return Number.isInteger(value) && ((value > 1_230_768_000 && value < 4_102_444_800) || (value > 1_230_768_000_000 && value < 4_102_444_800_000));
}
