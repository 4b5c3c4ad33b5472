// Makes every sound of the page: `node build/make-sounds.mjs`. Mono, 16 bit, 22 050 Hz: a ring has no more in it, and stays below 100 kB.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const RATE = 22_050;
const folder = path.join(import.meta.dirname, '../renderer/sounds');

/** Silence of some seconds, to be sounded into. */
const silence = (seconds) => new Float64Array(Math.round(seconds * RATE));

/** Adds `wave(seconds since it began)` from a moment on, for as long as it lasts. */
function sound(into, from, lasts, wave) {
  const first = Math.round(from * RATE);
  const end = Math.min(into.length, first + Math.round(lasts * RATE));
  for (let at = first; at < end; at += 1) into[at] += wave((at - first) / RATE);
}

const sine = (hertz, t) => Math.sin(2 * Math.PI * hertz * t);
/** Rises within some seconds without a click, then dies away by `perSecond`. */
const struck = (t, rise, perSecond) => Math.min(1, t / rise) * Math.exp(-perSecond * t);

/** A counter's brass bell, struck three times: partials of a real bell, the higher ones dying sooner. */
function bell() {
  const into = silence(2.1);
  const partials = [
    [0.5, 0.35, 2.2],
    [1, 1, 2.6],
    [1.19, 0.55, 3.4],
    [2, 0.7, 4.2],
    [2.74, 0.5, 6],
    [4.1, 0.25, 11],
  ];
  for (const from of [0, 0.42, 0.84])
    for (const [ratio, loud, dies] of partials) sound(into, from, 2, (t) => loud * sine(1_046.5 * ratio, t) * struck(t, 0.002, dies));
  return into;
}

/** A door chime: four bars going up, twice. */
function chime() {
  const into = silence(2.2);
  const notes = [659.26, 830.61, 987.77, 1_318.51];
  for (const [turn, start] of [0, 0.85].entries())
    for (const [index, hertz] of notes.entries())
      sound(into, start + index * 0.16, 1.2, (t) => {
        const body = sine(hertz, t) + 0.45 * sine(hertz * 2, t) + 0.3 * sine(hertz * 3.98, t) * Math.exp(-14 * t);
        return body * struck(t, 0.003, turn === 0 ? 4 : 3.2);
      });
  return into;
}

/** A kitchen's buzzer: two reeds in turn, with the harmonics that cut through an extractor hood. */
function buzzer() {
  const into = silence(1.7);
  const reed = (hertz, t) => [1, 2, 3, 4, 5, 7].reduce((sum, harmonic) => sum + sine(hertz * harmonic, t) / harmonic, 0);
  const held = (t, lasts) => Math.min(1, t / 0.008, Math.max(0, (lasts - t) / 0.02));
  for (const [index, from] of [0, 0.18, 0.36, 0.54, 0.95, 1.13, 1.31, 1.49].entries())
    sound(into, from, 0.17, (t) => reed(index % 2 === 0 ? 587.33 : 783.99, t) * held(t, 0.17));
  return into;
}

/** A soft note below every order's: for a chat. */
function soft() {
  const into = silence(0.7);
  for (const [from, hertz] of [
    [0, 392],
    [0.13, 523.25],
  ])
    sound(into, from, 0.6, (t) => (sine(hertz, t) + 0.15 * sine(hertz * 2, t)) * struck(t, 0.03, 7));
  return into;
}

/** Knuckles on a wooden door, twice. */
function knock() {
  const into = silence(0.45);
  let seed = 1;
  const noise = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 1_073_741_824 - 1;
  };
  for (const from of [0, 0.17])
    sound(into, from, 0.2, (t) => {
      const wood = sine(185, t) * Math.exp(-32 * t) + 0.7 * sine(410, t) * Math.exp(-45 * t) + 0.35 * sine(790, t) * Math.exp(-70 * t);
      return (wood + 0.4 * noise() * Math.exp(-160 * t)) * Math.min(1, t / 0.0015);
    });
  return into;
}

/** Presses the loudest places together and brings the peak to `peak` of what fits, so that nothing is cut off. */
function level(samples, press, peak) {
  const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const pressed = samples.map((one) => Math.tanh((press * one) / loudest));
  const most = pressed.reduce((so, one) => Math.max(so, Math.abs(one)), 0);
  const fade = Math.round(0.02 * RATE);
  return pressed.map((one, at) => (one / most) * peak * Math.min(1, (samples.length - at) / fade));
}

function write(name, samples) {
  const data = Buffer.alloc(samples.length * 2);
  for (const [at, one] of samples.entries()) data.writeInt16LE(Math.round(one * 32_767), at * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // one channel
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  writeFileSync(path.join(folder, `${name}.wav`), Buffer.concat([head, data]));
}

mkdirSync(folder, { recursive: true });
write('bell', level(bell(), 2.4, 0.92));
write('chime', level(chime(), 2, 0.92));
write('buzzer', level(buzzer(), 1.6, 0.8));
write('soft', level(soft(), 1, 0.6));
write('knock', level(knock(), 1.4, 0.7));
