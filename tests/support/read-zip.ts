import { crc32 } from 'node:zlib';

/** Reads a ZIP of stored entries by its list, as PKWARE's APPNOTE says (ZIP64 too); throws where a size or a sum is wrong. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const tail = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let count = zip.readUInt16LE(tail + 10);
  let at = zip.readUInt32LE(tail + 16);
  if (count === 0xffff || at === 0xffffffff) {
    const end = Number(zip.readBigUInt64LE(tail - 20 + 8));
    if (zip.readUInt32LE(end) !== 0x06064b50) throw new Error('no ZIP64 end');
    count = Number(zip.readBigUInt64LE(end + 32));
    at = Number(zip.readBigUInt64LE(end + 48));
  }
  const entries = new Map<string, Buffer>();
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of the list');
    const [sum, size, local] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)] as const;
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 46, nameEnd).toString();
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    if (zip.readUInt32LE(local) !== 0x04034b50 || zip.readUInt32LE(local + 14) !== sum || zip.readUInt32LE(local + 18) !== size)
      throw new Error('two heads differ');
    if (crc32(bytes) !== sum) throw new Error(`the sum of ${name}`);
    if (entries.has(name)) throw new Error(`${name} twice`);
    entries.set(name, bytes);
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
