/** Pixels as a picture is shown. */
export type Dimensions = { width: number; height: number };

/**
 * How large a picture is, from the first bytes of a PNG, JPEG, WebP or GIF; null where that is not sure. A JPEG's own note that it lies on
 * its side is heeded, as browsers do.
 */
export function readDimensions(head: Buffer): Dimensions | null {
  try {
    const found = readPng(head) ?? readGif(head) ?? readWebp(head) ?? readJpeg(head);
    return found && found.width > 0 && found.height > 0 ? found : null;
  } catch (error) {
    // The bytes end before it is said.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** True for a WebP that says it moves. */
export function isAnimated(head: Buffer): boolean {
  return isWebp(head) && head.subarray(12, 16).toString('latin1') === 'VP8X' && ((head[20] ?? 0) & 0x02) !== 0;
}

function readPng(head: Buffer): Dimensions | null {
  if (head.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1A\n') return null;
  return head.subarray(12, 16).toString('latin1') === 'IHDR' ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) } : null;
}

function readGif(head: Buffer): Dimensions | null {
  return /^GIF8[79]a$/.test(head.subarray(0, 6).toString('latin1')) ? { width: head.readUInt16LE(6), height: head.readUInt16LE(8) } : null;
}

const isWebp = (head: Buffer): boolean => head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP';

function readWebp(head: Buffer): Dimensions | null {
  if (!isWebp(head)) return null;
  switch (head.subarray(12, 16).toString('latin1')) {
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return head[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : null;
    }
    case 'VP8 ':
      return head.readUIntBE(23, 3) === 0x9d012a ? { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff } : null;
    default:
      return null;
  }
}

function readJpeg(head: Buffer): Dimensions | null {
  if (head.readUInt16BE(0) !== 0xffd8) return null;
  let onItsSide = false;
  for (let at = 2; ;) {
    if (head.readUInt8(at) !== 0xff) return null;
    const marker = head.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // A frame's header; C4, C8 and CC among these are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7)];
      return onItsSide ? { width: height, height: width } : { width, height };
    }
    const length = head.readUInt16BE(at + 2);
    if (marker === 0xda || marker === 0xd9 || length < 2) return null;
    if (marker === 0xe1) onItsSide ||= readOrientation(head.subarray(at + 4, at + 2 + length)) >= 5;
    at += 2 + length;
  }
}

/** 1 to 8 as Exif counts; 1 where nothing is said. 5 and above lie on their side. */
function readOrientation(segment: Buffer): number {
  if (segment.subarray(0, 6).toString('latin1') !== 'Exif\0\0' || segment.length < 14) return 1;
  const tiff = segment.subarray(6);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  for (let n = 0, count = short(directory); n < count; n += 1) {
    const at = directory + 2 + 12 * n;
    if (at + 12 > tiff.length) return 1;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}
