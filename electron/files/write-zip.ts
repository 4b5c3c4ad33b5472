/** Where the bytes go: `at` is a place in the file, and places that were written may be written again. */
export type ZipTarget = { write: (bytes: Uint8Array, at: number) => Promise<void> };
type Entry = { name: Buffer; crc: number; size: number; at: number };

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const MOST = 0xffffffff;
const MOST_ENTRIES = 0xffff;
/** "UTF-8 names"; stored, not packed. */
const FLAGS = 0x0800;

/**
 * Writes a ZIP whose entries are stored as they are: pictures and films are packed already. One entry after the other; a whole file may be larger than
 * 4 GB and hold any number of entries (ZIP64), a single entry not.
 * @param at when it is made, ms; told in UTC, for a ZIP knows no zone
 */
export function writeZip(target: ZipTarget, at: number) {
  const entries: Entry[] = [];
  const moment = dosMoment(at);
  let end = 0;
  const put = async (bytes: Uint8Array) => {
    await target.write(bytes, end);
    end += bytes.length;
  };

  return {
    /**
     * Adds an entry.
     * @param name a path with "/", relative, whose parts name no parent
     * @throws RangeError for another name, and for an entry of 4 GB or more; what the target says
     */
    async add(name: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
      if (name === '' || /^\/|\\|[\0:]/.test(name) || name.split('/').some((part) => part === '' || part === '.' || part === '..'))
        throw new RangeError('a ZIP entry with such a name leaves its folder');
      const entry: Entry = { name: Buffer.from(name), crc: 0, size: 0, at: end };
      await put(Buffer.concat([localHeader(entry, moment), entry.name]));
      let crc = MOST;
      for await (const part of parts) {
        for (const byte of part) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
        entry.size += part.length;
        if (entry.size >= MOST) throw new RangeError('a ZIP entry of 4 GB');
        await put(part);
      }
      entry.crc = (crc ^ MOST) >>> 0;
      // Only now are its sum and size known.
      await target.write(localHeader(entry, moment), entry.at);
      entries.push(entry);
    },
    /** Writes the list of what is in it; gives its size, bytes. */
    async finish(): Promise<number> {
      const start = end;
      for (const entry of entries) await put(centralHeader(entry, moment));
      const size = end - start;
      if (start >= MOST || entries.length >= MOST_ENTRIES) await put(zip64End({ count: entries.length, size, start, at: end }));
      const tail = Buffer.alloc(22);
      tail.writeUInt32LE(0x06054b50, 0);
      tail.writeUInt16LE(Math.min(entries.length, MOST_ENTRIES), 8);
      tail.writeUInt16LE(Math.min(entries.length, MOST_ENTRIES), 10);
      tail.writeUInt32LE(Math.min(size, MOST), 12);
      tail.writeUInt32LE(Math.min(start, MOST), 16);
      await put(tail);
      return end;
    },
  };
}

type Moment = { date: number; time: number };

function localHeader({ name, crc, size }: Entry, { date, time }: Moment): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function centralHeader({ name, crc, size, at }: Entry, { date, time }: Moment): Buffer {
  const far = at >= MOST;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(far ? 45 : 20, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(time, 12);
  header.writeUInt16LE(date, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(far ? 12 : 0, 30);
  header.writeUInt32LE(Math.min(at, MOST), 42);
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(at), 4);
  }
  return Buffer.concat([header, name, extra]);
}

function zip64End({ count, size, start, at }: { count: number; size: number; start: number; at: number }): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function dosMoment(at: number): Moment {
  const [year, month, day, hour, minute, second] = new Date(at).toISOString().split(/\D/).map(Number) as [number, number, number, number, number, number];
  return { date: (Math.max(0, year - 1980) << 9) | (month << 5) | day, time: (hour << 11) | (minute << 5) | (second >> 1) };
}
