/** Samples a second that Opus counts in, whatever it was recorded with. */
const OPUS_RATE = 48_000;

/**
 * Channels and length of Ogg with Opus in it, as voice notes are; null for any other Ogg.
 * @param head the first bytes
 * @param tail the last bytes: the last page tells how long it is (at most 64 KB lie in a page)
 */
export function readOpus(head: Buffer, tail: Buffer): { channels: number; durationMs: number | null } | null {
  const opus = head.subarray(0, 512).indexOf('OpusHead');
  if (head.subarray(0, 4).toString('latin1') !== 'OggS' || opus < 0 || head.length < opus + 12) return null;
  const last = tail.lastIndexOf('OggS');
  if (last < 0 || last + 14 > tail.length) return { channels: head.readUInt8(opus + 9), durationMs: null };
  const samples = Number(tail.readBigInt64LE(last + 6)) - head.readUInt16LE(opus + 10);
  return { channels: head.readUInt8(opus + 9), durationMs: samples > 0 ? Math.round((samples * 1000) / OPUS_RATE) : null };
}
