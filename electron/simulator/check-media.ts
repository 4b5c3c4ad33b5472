import type { MediaShelf } from './files/keep-media.ts';
import { bareType, MEDIA_TYPES, type MediaKind, opusChannels, readWebp } from './files/media-types.ts';
import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

const ALLOWED: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ['id', 'link', 'caption'],
  video: ['id', 'link', 'caption'],
  document: ['id', 'link', 'caption', 'filename'],
  audio: ['id', 'link', 'voice'],
  sticker: ['id', 'link'],
};
const STATIC_STICKER = 100 * 1024;

function refused(details: string): Fault {
  return { kind: 'refused', refusal: { code: 131053, details } };
}

/** Checks a file that a send names, in the object of its kind: it has to be on the shelf, and of a type that goes as this kind. */
export function checkMedia(kind: MediaKind, media: unknown, shelf: MediaShelf): Fault | null {
  if (media === undefined) return missing(kind);
  if (!isObject(media)) return invalid(`Param ${kind} must be a JSON object.`);
  const extra = unexpected(media, ALLOWED[kind], `param "${kind}"`);
  if (extra !== null) return extra;
  const { id, link, caption, filename, voice } = media;
  if (caption !== undefined) {
    const fault = checkWords(caption, `${kind}['caption']`, 1024);
    if (fault !== null) return fault;
  }
  if (filename !== undefined && (typeof filename !== 'string' || filename === '')) return invalid("Param document['filename'] must be a string.");
  if (voice !== undefined && typeof voice !== 'boolean') return invalid("Param audio['voice'] must be a boolean.");
  if (id === undefined && link === undefined) return missing(`${kind}['id']`);
  if (id === undefined) return refused('The practice shop reaches nothing on the net: a file goes by its id.');
  if (link !== undefined) return invalid(`Param ${kind} must have either id or link.`);
  if (typeof id !== 'string') return invalid(`Param ${kind}['id'] must be a string.`);
  return checkFile(kind, media, shelf);
}

function checkFile(kind: MediaKind, { id, voice }: Fields, shelf: MediaShelf): Fault | null {
  const kept = shelf.find(String(id));
  if (kept === null) return wrong(`Media ID ${String(id)} does not exist.`);
  const mimeType = bareType(kept.mimeType);
  const fits = MEDIA_TYPES[mimeType] === kind || kind === 'document';
  if (!fits) return refused(`Uploaded file is of type ${mimeType}, which cannot be sent as ${kind}.`);
  if (kind === 'audio' && (mimeType === 'audio/ogg' || mimeType === 'audio/opus') && opusChannels(kept.bytes) !== 1) {
    return refused('Ogg files must hold Opus in mono.');
  }
  if (voice === true && mimeType !== 'audio/ogg' && mimeType !== 'audio/opus') return refused('Voice messages must be Ogg files with Opus.');
  if (kind !== 'sticker') return null;
  const webp = readWebp(kept.bytes);
  if (webp === null || webp.width !== 512 || webp.height !== 512) return refused('Stickers must be 512 x 512 pixels.');
  return !webp.animated && kept.bytes.length > STATIC_STICKER ? refused('Static stickers must be at most 100 KB.') : null;
}
