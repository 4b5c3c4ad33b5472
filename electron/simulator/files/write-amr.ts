import { Buffer } from 'node:buffer';

/** A second of narrow-band AMR (RFC 4867, section 5): 50 frames of 4.75 kbit/s with nothing to be heard. Chromium has no decoder for it. */
export function writeAmr(): Buffer {
  const frame = [0x04, ...Array.from({ length: 12 }, () => 0)];
  return Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 50 }, () => Buffer.from(frame))]);
}
