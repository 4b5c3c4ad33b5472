import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/**
 * A PNG file, 8 bits a channel, no transparency (the PNG specification, sections 5 and 9).
 * @param pixels rows of RGB, 3 bytes a pixel
 */
export function writePng(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = width * 3;
  const rows = Buffer.alloc((line + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // Filter 2: each byte as the difference from the one above, which even grounds are made of.
    rows[y * (line + 1)] = y === 0 ? 0 : 2;
    for (let x = 0; x < line; x += 1) {
      const here = pixels[y * line + x] ?? 0;
      rows[y * (line + 1) + 1 + x] = y === 0 ? here : here - (pixels[(y - 1) * line + x] ?? 0);
    }
  }
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
