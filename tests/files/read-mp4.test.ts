import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacts } from '../../electron/files/read-facts.ts';
import { readMp4 } from '../../electron/files/read-mp4.ts';
import { AUDIO_FILE } from '../../electron/simulator/files/audio-file.ts';
import { SHORT_VIDEO } from '../../electron/simulator/files/short-video.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const box = (type: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const words = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeInt32BE(value | 0, place * 4);
  return bytes;
};
const ONE = 0x10000;
const UPRIGHT = [ONE, 0, 0, 0, ONE, 0, 0, 0, 0x40000000];
const ON_ITS_SIDE = [0, ONE, 0, -ONE, 0, 0, 0, 0, 0x40000000];

function film({ long = false, matrix = UPRIGHT, units = 4500, last = false } = {}): Buffer {
  const mvhd = box('mvhd', long ? words(0x01000000, 0, 0, 0, 0, 600, 0, units) : words(0, 0, 0, 600, units));
  const tkhd = box('tkhd', words(...(long ? [0x01000000, 0, 0, 0, 0, 1, 0, 0, 0] : [0, 0, 0, 1, 0, 0]), 0, 0, 0, 0, ...matrix, 640 * ONE, 360 * ONE));
  const track = (kind: string, facts: Buffer) => box('trak', facts, box('mdia', box('hdlr', words(0, 0), Buffer.from(kind))));
  const index = box('moov', mvhd, track('soun', box('tkhd', words(...Array.from({ length: 21 }, () => 0)))), track('vide', tkhd));
  const data = box('mdat', Buffer.alloc(300_000));
  return Buffer.concat([box('ftyp', Buffer.from('mp42')), ...(last ? [data, index] : [index, data])]);
}
const facts = (bytes: Buffer) => readMp4((from, length) => Promise.resolve(bytes.subarray(from, from + length)), bytes.length);

test('a film says how large and how long it is, wherever its index stands, upright where it was taken so', async () => {
  for (const long of [false, true]) {
    for (const last of [false, true]) {
      expect(await facts(film({ long, last }))).toEqual({ dimensions: { width: 640, height: 360 }, durationMs: 7500 });
      expect(await facts(film({ long, last, matrix: ON_ITS_SIDE }))).toMatchObject({ dimensions: { width: 360, height: 640 } });
    }
  }
  expect(await facts(film({ units: 0xffff_ffff }))).toMatchObject({ durationMs: null });
  expect(await facts(film({ units: 0 }))).toMatchObject({ durationMs: null });
});

test('files as phones make them are read from the disk', async () => {
  const read = (base64: string) => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, Buffer.from(base64, 'base64'));
    return readFacts(file);
  };
  const video = await read(SHORT_VIDEO);
  expect(video.width).toBeGreaterThan(100);
  expect(video.height).toBeGreaterThan(100);
  const sound = await read(AUDIO_FILE);
  expect(sound).toMatchObject({ width: null, height: null });
});

test('whatever is cut off or broken is answered without a fault', async () => {
  const whole = film();
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 800 }), fc.array(fc.tuple(fc.nat({ max: 700 }), fc.nat({ max: 255 })), { maxLength: 8 }), async (cut, changes) => {
      const bytes = Buffer.from(whole.subarray(0, cut));
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      const { dimensions, durationMs } = await facts(bytes);
      expect(dimensions === null || (dimensions.width > 0 && dimensions.height > 0)).toBe(true);
      expect(durationMs === null || durationMs > 0).toBe(true);
    }),
  );
});
