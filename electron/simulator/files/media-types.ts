import type { Buffer } from 'node:buffer';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const MB = 1024 * 1024;
/** Largest size of a file by the kind that it is sent as, in bytes (Meta's page on media). */
export const SIZE_LIMITS: Readonly<Record<MediaKind, number>> = { image: 5 * MB, video: 16 * MB, audio: 16 * MB, document: 100 * MB, sticker: 500 * 1024 };

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Everything that can be uploaded, in the order in which Meta's refusal lists it. */
export const MEDIA_TYPES: Readonly<Record<string, MediaKind>> = {
  'audio/aac': 'audio',
  'audio/mp4': 'audio',
  'audio/mpeg': 'audio',
  'audio/amr': 'audio',
  'audio/ogg': 'audio',
  'audio/opus': 'audio',
  'application/vnd.ms-powerpoint': 'document',
  'application/msword': 'document',
  [`${OFFICE}.wordprocessingml.document`]: 'document',
  [`${OFFICE}.presentationml.presentation`]: 'document',
  [`${OFFICE}.spreadsheetml.sheet`]: 'document',
  'application/pdf': 'document',
  'text/plain': 'document',
  'application/vnd.ms-excel': 'document',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  'video/mp4': 'video',
  'video/3gpp': 'video',
};

/** A type without its parameters, in small letters. */
export function bareType(mimeType: string): string {
  return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}

function at(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to);
}

/** Whether the first bytes are those of a file of this type. Text is whatever has no zero byte in its beginning. */
export function fitsType(bytes: Buffer, mimeType: string): boolean {
  switch (bareType(mimeType)) {
    case 'image/jpeg':
      return at(bytes, 0, 3) === '\u00ff\u00d8\u00ff';
    case 'image/png':
      return at(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n';
    case 'image/webp':
      return at(bytes, 0, 4) === 'RIFF' && at(bytes, 8, 12) === 'WEBP';
    case 'video/mp4':
    case 'video/3gpp':
    case 'audio/mp4':
      return at(bytes, 4, 8) === 'ftyp';
    case 'audio/ogg':
    case 'audio/opus':
      return at(bytes, 0, 4) === 'OggS';
    case 'audio/amr':
      return at(bytes, 0, 5) === '#!AMR';
    case 'audio/mpeg':
      return at(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
    case 'audio/aac':
      return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0;
    case 'application/pdf':
      return at(bytes, 0, 1024).includes('%PDF-');
    case 'text/plain':
      return !bytes.subarray(0, 1024).includes(0);
    case 'application/msword':
    case 'application/vnd.ms-excel':
    case 'application/vnd.ms-powerpoint':
      return at(bytes, 0, 4) === '\u00d0\u00cf\u0011\u00e0';
    default:
      return at(bytes, 0, 2) === 'PK';
  }
}

/** Channels of an Ogg file with Opus in it (RFC 7845, section 5.1); null: it holds something else. */
export function opusChannels(bytes: Buffer): number | null {
  const head = bytes.subarray(0, 512).indexOf('OpusHead');
  return head === -1 ? null : (bytes[head + 9] ?? null);
}

/** Size in pixels of a WebP file, and whether it moves; null where it cannot be read. */
export function readWebp(bytes: Buffer): { width: number; height: number; animated: boolean } | null {
  const form = at(bytes, 12, 16);
  if (form === 'VP8X' && bytes.length >= 30) {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, animated: ((bytes[20] ?? 0) & 2) !== 0 };
  }
  if (form === 'VP8 ' && bytes.length >= 30) return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, animated: false };
  if (form !== 'VP8L' || bytes.length < 25) return null;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, animated: false };
}
