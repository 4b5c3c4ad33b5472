import { Buffer } from 'node:buffer';
import type { MediaAddresses } from './address-media.ts';
import { AUDIO_FILE } from './files/audio-file.ts';
import { drawPhoto, PHOTO_COUNT } from './files/draw-photo.ts';
import { hashOf, INBOUND_DAYS, type MediaFile, type MediaShelf } from './files/keep-media.ts';
import { SHORT_VIDEO } from './files/short-video.ts';
import { STICKER_PICTURE } from './files/sticker-picture.ts';
import { VOICE_NOTE } from './files/voice-note.ts';
import { writeAmr } from './files/write-amr.ts';
import { writePdf } from './files/write-pdf.ts';
import type { Customer } from './keep-customers.ts';
import { makeDigits } from './make-ids.ts';
import { PHRASES } from './phrases.ts';
import type { Random } from './seeded-random.ts';
import type { Written } from './write-message.ts';

export const FILE_ACTIONS = ['photo', 'video', 'voice', 'audio-file', 'document', 'sticker'] as const;
export type FileAction = (typeof FILE_ACTIONS)[number];

const WISHES = [
  'What I would like to order',
  '2 sourdough loaves, sliced',
  '1 walnut cake, for Saturday, 10 am',
  '12 butter croissants',
  'Could you tell me the price of all?',
];

function decoded(base64: string, mimeType: string): MediaFile {
  return { mimeType, bytes: Buffer.from(base64, 'base64') };
}

/** Voice notes are Ogg with Opus; older phones still send AMR files, which Chromium cannot play. */
function fileOf(action: FileAction, random: Random): MediaFile {
  switch (action) {
    case 'photo':
      return { mimeType: 'image/png', bytes: drawPhoto(random.int(0, PHOTO_COUNT - 1)) };
    case 'video':
      return decoded(SHORT_VIDEO, 'video/mp4');
    case 'voice':
      return decoded(VOICE_NOTE, 'audio/ogg; codecs=opus');
    case 'audio-file':
      return random.next() < 0.5 ? { mimeType: 'audio/amr', bytes: writeAmr() } : decoded(AUDIO_FILE, 'audio/mp4');
    case 'document':
      return { mimeType: 'application/pdf', bytes: writePdf(WISHES), filename: 'Wish list.pdf' };
    case 'sticker':
      return decoded(STICKER_PICTURE, 'image/webp');
  }
}

/**
 * A file of a customer: it lies on Meta's shelf from now on, and the message names it. Every other message carries its address too, for Meta brings
 * that in number by number.
 */
export function writeFile(action: FileAction, customer: Customer, random: Random, shelf: MediaShelf, addresses: MediaAddresses): Written {
  const file = fileOf(action, random);
  const { id } = shelf.put(makeDigits(random, 16), file, INBOUND_DAYS);
  const named = {
    mime_type: file.mimeType,
    sha256: hashOf(file.bytes).toString('base64'),
    id,
    ...(Number(id.at(-1)) % 2 === 0 ? { url: addresses.of(id) } : {}),
  };
  const caption = random.pick(PHRASES[customer.speaks].caption);
  switch (action) {
    case 'photo':
      return { type: 'image', image: { caption, ...named } };
    case 'video':
      return { type: 'video', video: { caption, ...named } };
    case 'voice':
      return { type: 'audio', audio: { ...named, voice: true } };
    case 'audio-file':
      return { type: 'audio', audio: { ...named, voice: false } };
    case 'document':
      return { type: 'document', document: { filename: file.filename, ...named } };
    case 'sticker':
      return { type: 'sticker', sticker: { ...named, animated: false } };
  }
}
