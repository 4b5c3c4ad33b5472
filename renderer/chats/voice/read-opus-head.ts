/** What an Ogg file of Opus says of itself on its first page. */
export type OpusHead = { channels: number; preSkip: number };

/** Reads the first page of an Ogg file; null where it holds no Opus. Source: RFC 3533 section 6, RFC 7845 section 5.1. */
export function readOpusHead(file: Uint8Array): OpusHead | null {
  const at = 27 + (file[26] ?? 0);
  if (ascii(file, 0, 4) !== 'OggS' || ascii(file, at, 8) !== 'OpusHead' || file.length < at + 12) return null;
  return { channels: file[at + 9] ?? 0, preSkip: (file[at + 10] ?? 0) | ((file[at + 11] ?? 0) << 8) };
}

function ascii(file: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...file.subarray(from, from + length));
}
