import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHAT_TONES, ORDER_TONES } from '../shared/domain/bell.ts';

/** Mono, 16 bit, as `build/make-sounds.mjs` writes them. */
function read(name: string) {
  const file = path.join(import.meta.dirname, `../renderer/sounds/${name}.wav`);
  const data = readFileSync(file).subarray(44);
  const samples = Array.from({ length: data.length / 2 }, (_, at) => data.readInt16LE(at * 2) / 32_768);
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const power = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
  return { size: statSync(file).size, peak, power, seconds: samples.length / 22_050, onset: samples.findIndex((one) => Math.abs(one) > 0.1) / 22_050 };
}

describe('the sounds', () => {
  test.each([...ORDER_TONES, ...CHAT_TONES])('%s is small, clips nowhere, and begins at once', (name) => {
    const { size, peak, onset } = read(name);
    expect(size).toBeLessThan(100_000);
    expect(peak).toBeLessThan(0.95);
    expect(onset).toBeLessThan(0.03);
  });

  test('every order is louder and longer than every chat, and ends before it may ring again', () => {
    const [orders, chats] = [ORDER_TONES.map(read), CHAT_TONES.map(read)];
    for (const order of orders) {
      expect(order.seconds).toBeLessThan(3);
      for (const chat of chats) {
        expect(order.power).toBeGreaterThan(1.5 * chat.power);
        expect(order.seconds).toBeGreaterThan(2 * chat.seconds);
      }
    }
  });
});
