import type { Dimensions } from './read-dimensions.ts';

/** Reads bytes of a file; fewer where it ends. */
export type ReadPart = (from: number, length: number) => Promise<Buffer>;
export type Mp4Facts = { dimensions: Dimensions | null; durationMs: number | null };

type Box = { type: string; from: number; to: number };

/** An index of hours of film is smaller; what claims more is not read. */
const LARGEST_INDEX = 8 * 1024 * 1024;
const MOST_BOXES = 200;
const UNKNOWN = 0xffff_ffff;

/**
 * How large and how long MP4, M4A, QuickTime and 3GP are: what their index says, at the beginning or at the end of the file. A film that was taken upright
 * is upright. Nulls where that is not sure. Source: ISO/IEC 14496-12.
 * @throws only what `read` throws
 */
export async function readMp4(read: ReadPart, size: number): Promise<Mp4Facts> {
  const nothing: Mp4Facts = { dimensions: null, durationMs: null };
  try {
    for (let at = 0, count = 0; at + 8 <= size && count < MOST_BOXES; count += 1) {
      const box = boxAt(await read(at, 16), 0, size - at);
      if (box === null) return nothing;
      if (box.type === 'moov' && box.to - box.from > LARGEST_INDEX) return nothing;
      if (box.type === 'moov') return readIndex(await read(at + box.from, box.to - box.from));
      at += box.to;
    }
    return nothing;
  } catch (error) {
    // The bytes end before it is said.
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

function readIndex(index: Buffer): Mp4Facts {
  const inside = boxesOf(index, 0, index.length);
  const head = inside.find(({ type }) => type === 'mvhd');
  const fragments = childOf(
    index,
    inside.find(({ type }) => type === 'mvex'),
    'mehd',
  );
  const pictures = inside
    .filter(({ type }) => type === 'trak')
    .flatMap((track) => {
      const handler = childOf(index, childOf(index, track, 'mdia'), 'hdlr');
      const facts = childOf(index, track, 'tkhd');
      return handler && facts && index.toString('latin1', handler.from + 8, handler.from + 12) === 'vide' ? facts : [];
    });
  return {
    dimensions: pictures[0] ? readDimensions(index, pictures[0].from) : null,
    durationMs: head ? readDuration(index, head.from, fragments?.from ?? null) : null,
  };
}

function readDimensions(index: Buffer, from: number): Dimensions | null {
  const matrix = from + (index.readUInt8(from) === 1 ? 52 : 40);
  const [across, down] = [index.readUInt32BE(matrix + 36) >>> 16, index.readUInt32BE(matrix + 40) >>> 16];
  if (across === 0 || down === 0) return null;
  return index.readInt32BE(matrix) === 0 ? { width: down, height: across } : { width: across, height: down };
}

/** @param fragments where a film in fragments says how long they are together: its head says nothing then */
function readDuration(index: Buffer, head: number, fragments: number | null): number | null {
  const long = index.readUInt8(head) === 1;
  const scale = index.readUInt32BE(head + (long ? 20 : 12));
  const told = long ? Number(index.readBigUInt64BE(head + 24)) : index.readUInt32BE(head + 16);
  const units = told === 0 && fragments !== null ? readLength(index, fragments) : told;
  const ms = Math.round((units * 1000) / scale);
  return units === UNKNOWN || !Number.isSafeInteger(ms) || ms <= 0 ? null : ms;
}

const readLength = (index: Buffer, from: number): number =>
  index.readUInt8(from) === 1 ? Number(index.readBigUInt64BE(from + 4)) : index.readUInt32BE(from + 4);

function childOf(index: Buffer, parent: Box | undefined, type: string): Box | undefined {
  return parent && boxesOf(index, parent.from, parent.to).find((box) => box.type === type);
}

function boxesOf(index: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < MOST_BOXES;) {
    const box = boxAt(index, at, to - at);
    if (box === null) break;
    found.push(box);
    at = box.to;
  }
  return found;
}

/** The box that begins there; null where it is none, or reaches beyond `room`. */
function boxAt(bytes: Buffer, at: number, room: number): Box | null {
  const short = bytes.readUInt32BE(at);
  const long = short === 1;
  const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? room : short;
  const head = long ? 16 : 8;
  return size < head || size > room ? null : { type: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size };
}
