// Makes the files that practice customers send and that a short program cannot write by itself: a video, a voice note, an audio file and a
// sticker. Everything is drawn and played here, so nobody's rights are in it. Needs playwright's Chromium or CHROMIUM_PATH:
//   node build/make-practice-media.mjs
// writes electron/simulator/files/{short-video,voice-note,audio-file,sticker-picture}.ts, each the bytes as base64.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';

const FOLDER = new URL('../electron/simulator/files/', import.meta.url);

/** Runs in the page: a cake whose candles flicker, and a melody. */
async function record() {
  const bytesOf = async (blob) => Array.from(new Uint8Array(await blob.arrayBuffer()));
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  const drawCake = (pen, width, height, at) => {
    const unit = width / 100;
    const part = (colour, x, y, w, h, round) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.roundRect(x * unit, y * unit, w * unit, h * unit, round * unit);
      pen.fill();
    };
    part('#e2895f', 18, 62, 64, 30, 5);
    part('#fff3e2', 18, 58, 64, 13, 6);
    for (const x of [24, 40, 56, 70]) part('#fff3e2', x, 64, 8, 14, 4);
    [34, 50, 66].forEach((x, index) => {
      part(['#4b7bd1', '#d14b7b', '#3f9b6c'][index], x - 2.5, 38, 5, 22, 2);
      const lean = Math.sin(at / 130 + index * 2) * 2.5;
      pen.fillStyle = '#f8b52c';
      pen.beginPath();
      pen.moveTo((x - 4) * unit, 37 * unit);
      pen.quadraticCurveTo((x - 4) * unit, 29 * unit, (x + lean) * unit, 22 * unit);
      pen.quadraticCurveTo((x + 4) * unit, 29 * unit, (x + 4) * unit, 37 * unit);
      pen.fill();
    });
  };

  const melody = (context, target) => {
    const notes = [523, 523, 587, 523, 698, 659];
    const start = context.currentTime + 0.1;
    notes.forEach((pitch, index) => {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.type = 'triangle';
      tone.frequency.value = pitch;
      const at = start + index * 0.45;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.35, at + 0.04);
      volume.gain.exponentialRampToValueAtTime(0.01, at + 0.42);
      tone.connect(volume).connect(target);
      tone.start(at);
      tone.stop(at + 0.44);
    });
  };

  const capture = async (stream, options, ms) => {
    const parts = [];
    const recorder = new MediaRecorder(stream, options);
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const over = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    await wait(ms);
    recorder.stop();
    await over;
    return bytesOf(new Blob(parts));
  };

  const sound = async (mimeType, ms) => {
    const context = new AudioContext({ sampleRate: 48_000 });
    const target = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    melody(context, target);
    const bytes = await capture(target.stream, { mimeType, audioBitsPerSecond: 20_000 }, ms);
    await context.close();
    return bytes;
  };

  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 320;
  const pen = canvas.getContext('2d');
  const begun = performance.now();
  const paint = () => {
    pen.fillStyle = '#cfe3ea';
    pen.fillRect(0, 0, 320, 320);
    drawCake(pen, 320, 320, performance.now() - begun);
  };
  paint();
  const painting = setInterval(paint, 80);
  const context = new AudioContext({ sampleRate: 48_000 });
  const target = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  melody(context, target);
  const both = new MediaStream([...canvas.captureStream(12).getTracks(), ...target.stream.getTracks()]);
  const codecs = 'video/mp4;codecs=avc1.42E01E,opus';
  const video = await capture(both, { mimeType: codecs, videoBitsPerSecond: 60_000, audioBitsPerSecond: 16_000 }, 3_000);
  clearInterval(painting);

  const sheet = document.createElement('canvas');
  sheet.width = 512;
  sheet.height = 512;
  const brush = sheet.getContext('2d');
  drawCake(brush, 512, 512, 200);
  const webp = await new Promise((resolve) => sheet.toBlob(resolve, 'image/webp', 0.7));
  return {
    video,
    voice: await sound('audio/webm;codecs=opus', 3_200),
    audio: await sound('audio/mp4;codecs=opus', 3_200),
    sticker: await bytesOf(webp),
  };
}

/** The Opus packets of a WebM file, and its head (RFC 7845, section 5.1). */
function readWebm(bytes) {
  const packets = [];
  let head = null;
  const number = (at, keep) => {
    let size = 1;
    while (size <= 8 && !(bytes[at] & (0x80 >> (size - 1)))) size += 1;
    let value = BigInt(keep ? bytes[at] : bytes[at] & (0xff >> size));
    for (let index = 1; index < size; index += 1) value = (value << 8n) | BigInt(bytes[at + index]);
    return { value, size, unknown: !keep && value === (1n << BigInt(7 * size)) - 1n };
  };
  const walk = (from, to) => {
    let at = from;
    while (at < to) {
      const id = number(at, true);
      const length = number(at + id.size, false);
      const start = at + id.size + length.size;
      const end = length.unknown ? to : Math.min(to, start + Number(length.value));
      const name = id.value.toString(16);
      if (['18538067', '1f43b675', '1654ae6b', 'ae', 'a0'].includes(name)) walk(start, end);
      else if (name === '63a2') head = bytes.subarray(start, end);
      else if (name === 'a3' || name === 'a1') packets.push(bytes.subarray(start + 4, end));
      at = end;
    }
  };
  walk(0, bytes.length);
  return { head, packets };
}

const CRC = Array.from({ length: 256 }, (_, index) => {
  let rest = index << 24;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest >>> 0;
});

/** One page of an Ogg stream (RFC 3533, section 6) with whole packets of under 255 * 255 bytes. */
function page(packets, { flags, granule, sequence }) {
  const table = packets.flatMap((packet) => [...Array.from({ length: Math.floor(packet.length / 255) }, () => 255), packet.length % 255]);
  const head = Buffer.alloc(27);
  head.write('OggS');
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(0x5b3117, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = table.length;
  const whole = Buffer.concat([head, Buffer.from(table), ...packets]);
  let crc = 0;
  for (const byte of whole) crc = ((crc << 8) ^ CRC[((crc >>> 24) ^ byte) & 0xff]) >>> 0;
  whole.writeUInt32LE(crc, 22);
  return whole;
}

/** Samples at 48 kHz of an Opus packet, by its first byte (RFC 6716, section 3.1). */
function samplesOf(packet) {
  const config = packet[0] >> 3;
  const one = config < 12 ? [480, 960, 1920, 2880][config % 4] : config < 16 ? [480, 960][config % 2] : [120, 240, 480, 960][config % 4];
  const code = packet[0] & 3;
  return one * (code === 0 ? 1 : code === 3 ? packet[1] & 63 : 2);
}

function writeOgg({ head, packets }) {
  const name = Buffer.from('Shopbell');
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.from([name.length, 0, 0, 0]), name, Buffer.alloc(4)]);
  const pages = [page([head], { flags: 2, granule: 0, sequence: 0 }), page([tags], { flags: 0, granule: 0, sequence: 1 })];
  let granule = 0;
  for (let at = 0; at < packets.length; at += 40) {
    const part = packets.slice(at, at + 40);
    granule += part.reduce((sum, packet) => sum + samplesOf(packet), 0);
    pages.push(page(part, { flags: at + 40 >= packets.length ? 4 : 0, granule, sequence: pages.length }));
  }
  return Buffer.concat(pages);
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
});
const tab = await browser.newPage();
const made = await tab.evaluate(record);
await browser.close();

const files = {
  'short-video': { name: 'SHORT_VIDEO', says: 'MP4, H.264 and Opus: a cake whose candles flicker, 3 s', bytes: Buffer.from(made.video) },
  'voice-note': { name: 'VOICE_NOTE', says: 'Ogg with Opus, mono: a melody of 3 s', bytes: writeOgg(readWebm(Buffer.from(made.voice))) },
  'audio-file': { name: 'AUDIO_FILE', says: 'MP4 with Opus: the same melody', bytes: Buffer.from(made.audio) },
  'sticker-picture': { name: 'STICKER_PICTURE', says: 'WebP, 512 x 512: a cake', bytes: Buffer.from(made.sticker) },
};
mkdirSync(FOLDER, { recursive: true });
for (const [file, { name, says, bytes }] of Object.entries(files)) {
  writeFileSync(
    new URL(`${file}.ts`, FOLDER),
    `/** ${says}; base64. Made by build/make-practice-media.mjs, of our own. */\nexport const ${name} =\n  '${bytes.toString('base64')}';\n`,
  );
  console.log(file, bytes.length);
}
