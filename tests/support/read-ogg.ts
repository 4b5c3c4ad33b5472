export type Ogg = {
  /** The packets of the stream, put together from its pages. */
  packets: Uint8Array[];
  /** Position at the end, in samples. */
  granule: bigint;
  /** Begins and ends as it should, every page in its place with its right sum. */
  isWhole: boolean;
};

const FIRST = 0x02;
const LAST = 0x04;

/** Reads an Ogg file with one stream, strictly; throws where there is no page. Source: RFC 3533 section 6. */
export function readOgg(file: Uint8Array): Ogg {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const packets: Uint8Array[] = [];
  let open: number[] = [];
  let granule = 0n;
  let isWhole = true;
  let flags = 0;
  for (let at = 0, page = 0; at < file.length; page += 1) {
    if (new TextDecoder().decode(file.subarray(at, at + 4)) !== 'OggS') throw new Error(`no page at byte ${at}`);
    flags = view.getUint8(at + 5);
    isWhole &&= ((flags & FIRST) !== 0) === (page === 0) && view.getUint32(at + 18, true) === page;
    granule = view.getBigUint64(at + 6, true);
    const segments = file.subarray(at + 27, at + 27 + view.getUint8(at + 26));
    let from = at + 27 + segments.length;
    for (const length of segments) {
      open.push(...file.subarray(from, from + length));
      from += length;
      if (length === 255) continue;
      packets.push(Uint8Array.from(open));
      open = [];
    }
    isWhole &&= sumOf(file.subarray(at, from)) === view.getUint32(at + 22, true);
    at = from;
  }
  return { packets, granule, isWhole: isWhole && (flags & LAST) !== 0 && open.length === 0 };
}

/** CRC-32 with polynomial 0x04c11db7, unreflected; the sum's own four bytes count as nought. */
function sumOf(page: Uint8Array): number {
  let sum = 0;
  page.forEach((byte, index) => {
    sum ^= (index >= 22 && index < 26 ? 0 : byte) << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  });
  return sum >>> 0;
}
