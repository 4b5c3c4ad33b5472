import type { Refused } from './reason.ts';

/** What a file can be sent as. */
export type SendAs = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';

const MB = 1024 * 1024;
/** Bytes that WhatsApp takes at most. Source: Meta's page "Supported media types" (docs/wire.md). */
export const SEND_LIMITS: Readonly<Record<SendAs, number>> = {
  image: 5 * MB,
  video: 16 * MB,
  audio: 16 * MB,
  voice: 16 * MB,
  document: 100 * MB,
  sticker: 500 * 1024,
};
/** Of a sticker that does not move. */
export const STILL_STICKER_LIMIT = 100 * 1024;
/** Pixels of a sticker, both ways. */
export const STICKER_SIDE = 512;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Types that Meta takes for an upload, with what each can be; anything else it refuses, also as a document. */
const SENT_AS: Readonly<Record<string, readonly SendAs[]>> = {
  'image/jpeg': ['image', 'document'],
  'image/png': ['image', 'document'],
  'image/webp': ['sticker'],
  'video/mp4': ['video', 'document'],
  'video/3gpp': ['video', 'document'],
  'audio/ogg': ['voice', 'audio', 'document'],
  'audio/aac': ['audio', 'document'],
  'audio/amr': ['audio', 'document'],
  'audio/mpeg': ['audio', 'document'],
  'audio/mp4': ['audio', 'document'],
  'application/pdf': ['document'],
  'text/plain': ['document'],
  'application/msword': ['document'],
  'application/vnd.ms-excel': ['document'],
  'application/vnd.ms-powerpoint': ['document'],
  [`${OFFICE}.wordprocessingml.document`]: ['document'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['document'],
  [`${OFFICE}.presentationml.presentation`]: ['document'],
};
/** How systems and browsers name the same types otherwise. */
const SAME: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-aac': 'audio/aac',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/3gpp': 'audio/amr',
};
const BY_ENDING: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  aac: 'audio/aac',
  amr: 'audio/amr',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/plain',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
};

/** A file's type as Meta names it, by what a browser says of it, else by its name's ending; null for one that Meta takes nowhere. */
export function sendableType(name: string, mimeType: string): string | null {
  const told = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  const named = SAME[told] ?? told;
  if (named in SENT_AS) return named;
  const ending = BY_ENDING[/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  // Browsers take types from the system, where an office program may have named a table of commas its own.
  const says = told === '' || told === 'application/octet-stream' || told.startsWith('text/') || told === 'application/csv';
  return says && ending !== undefined ? ending : null;
}

/**
 * What WhatsApp takes a file as, the likeliest first.
 * @param size bytes
 */
export function sendableAs(name: string, mimeType: string, size: number): { ok: true; mimeType: string; as: SendAs[] } | Refused {
  const type = sendableType(name, mimeType);
  if (type === null) return { ok: false, reason: 'media-type' };
  const as = (SENT_AS[type] ?? []).filter((kind) => size <= SEND_LIMITS[kind]);
  return as.length > 0 ? { ok: true, mimeType: type, as } : { ok: false, reason: 'media-too-large' };
}
