/** What the first bytes of a file say it is; `zip` and `ole` are what office documents are made of. Null for all else. */
export type Magic =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/heic'
  | 'video/mp4'
  | 'video/3gpp'
  | 'video/quicktime'
  | 'audio/mp4'
  | 'audio/ogg'
  | 'audio/amr'
  | 'audio/aac'
  | 'audio/mpeg'
  | 'application/pdf'
  | 'zip'
  | 'ole'
  | 'text/plain';

/** @param head the first bytes, at least 1 KB where there are so many */
export function readMagic(head: Buffer): Magic | null {
  const at = (text: string, offset = 0) => head.subarray(offset, offset + text.length).toString('latin1') === text;
  if (at('\xFF\xD8\xFF')) return 'image/jpeg';
  if (at('\x89PNG\r\n\x1A\n')) return 'image/png';
  if (at('GIF87a') || at('GIF89a')) return 'image/gif';
  if (at('RIFF') && at('WEBP', 8)) return 'image/webp';
  if (at('ftyp', 4)) return readBrand(head.subarray(8, 12).toString('latin1'));
  if (at('OggS')) return 'audio/ogg';
  if (at('#!AMR')) return 'audio/amr';
  if (at('ID3')) return 'audio/mpeg';
  if (at('PK\x03\x04')) return 'zip';
  if (at('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return 'ole';
  if (head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  const [first = 0, second = 0] = head;
  // The layer's bits tell a frame of AAC (none) from one of MP3.
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'audio/aac';
  if (first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08) return 'audio/mpeg';
  return isText(head) ? 'text/plain' : null;
}

function readBrand(brand: string): Magic {
  if (brand.startsWith('3g')) return 'video/3gpp';
  if (brand === 'qt  ') return 'video/quicktime';
  if (/^M4[AB] $/.test(brand)) return 'audio/mp4';
  return /^(hei[cxms]|hev[cx]|mif1|msf1|avi[fs])$/.test(brand) ? 'image/heic' : 'video/mp4';
}

/** Text of any encoding that shops use: no control signs but tabs and line ends, save for UTF-16 with its mark. */
function isText(head: Buffer): boolean {
  if (head.length === 0) return false;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}
