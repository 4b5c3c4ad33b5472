/** Data codewords, error-correction codewords per block and blocks of versions 1 to 5 at level M (ISO/IEC 18004, table 9). */
const VERSIONS = [
  { data: 16, correction: 10, blocks: 1 },
  { data: 28, correction: 16, blocks: 1 },
  { data: 44, correction: 26, blocks: 1 },
  { data: 64, correction: 18, blocks: 2 },
  { data: 86, correction: 24, blocks: 2 },
] as const;

/** Format bits of level M under the masks 0 to 7, already masked themselves (annex C). */
const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0] as const;

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/**
 * The modules of a QR code, row by row, true where dark, without the quiet zone; level M, bytes.
 * @param text ASCII, up to 84 characters
 * @returns null where the text does not fit
 */
export function qrModules(text: string): boolean[][] | null {
  const bytes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const version = VERSIONS.findIndex(({ data }) => bytes.length <= data - 2) + 1;
  const form = VERSIONS[version - 1];
  if (!form || bytes.some((byte) => byte > 126)) return null;
  const stream = codewords(bytes, form).flatMap((word) => bitsOf(word, 8));
  const candidates = MASKS.map((mask, index) => draw(version, stream, mask, FORMATS[index] ?? 0));
  return candidates.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

function bitsOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1);
}

function codewords(bytes: readonly number[], { data, correction, blocks }: (typeof VERSIONS)[number]): number[] {
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, 8), ...bytes.flatMap((byte) => bitsOf(byte, 8)), 0, 0, 0, 0];
  const words: number[] = [];
  for (let at = 0; at + 8 <= bits.length; at += 8) words.push(Number.parseInt(bits.slice(at, at + 8).join(''), 2));
  for (let pad = 0; words.length < data; pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  const size = data / blocks;
  const parts = Array.from({ length: blocks }, (_, block) => words.slice(block * size, (block + 1) * size));
  const checks = parts.map((part) => remainder(part, correction));
  const woven = (columns: readonly number[][], length: number) => Array.from({ length }, (_, index) => columns.map((column) => column[index] ?? 0)).flat();
  return [...woven(parts, size), ...woven(checks, correction)];
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}

/** Reed-Solomon over GF(256). */
function remainder(data: readonly number[], degree: number): number[] {
  const divisor = Array.from<number>({ length: degree }).fill(0);
  divisor[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
    root = times(root, 2);
  }
  let rest = Array.from<number>({ length: degree }).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(divisor[at] ?? 0, factor));
  }
  return rest;
}

function draw(version: number, stream: readonly number[], mask: (row: number, column: number) => boolean, format: number): boolean[][] {
  const size = 17 + 4 * version;
  const grid: (boolean | null)[][] = Array.from({ length: size }, () => Array.from<boolean | null>({ length: size }).fill(null));
  const set = (row: number, column: number, dark: boolean) => {
    const cells = grid[row];
    if (cells && column >= 0 && column < size) cells[column] = dark;
  };
  const square = (row: number, column: number, reach: number, light: readonly number[]) => {
    for (let r = -reach; r <= reach; r += 1)
      for (let c = -reach; c <= reach; c += 1) set(row + r, column + c, !light.includes(Math.max(Math.abs(r), Math.abs(c))));
  };
  for (let at = 8; at < size - 8; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(row, column, 4, [2, 4]);
  if (version > 1) square(size - 7, size - 7, 2, [1]);
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((format >> bit) & 1) === 1;
    set(bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, 8, dark);
    set(8, bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, dark);
  }
  set(size - 8, 8, true);
  let next = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (grid[row]?.[column] !== null) continue;
        set(row, column, (stream[next] ?? 0) === 1 ? !mask(row, column) : mask(row, column));
        next += 1;
      }
    }
  }
  return grid.map((row) => row.map((cell) => cell === true));
}

/** The lower, the easier to read (section 7.8.3; the finder-like runs are left out, any mask may be chosen). */
function penalty(grid: readonly boolean[][]): number {
  let sum = 0;
  let dark = 0;
  const at = (row: number, column: number) => grid[row]?.[column] === true;
  for (let a = 0; a < grid.length; a += 1) {
    for (const look of [(b: number) => at(a, b), (b: number) => at(b, a)]) {
      let run = 0;
      for (let b = 0; b < grid.length; b += 1) {
        run = b > 0 && look(b) === look(b - 1) ? run + 1 : 1;
        if (run === 5) sum += 3;
        else if (run > 5) sum += 1;
      }
    }
    for (let b = 0; b < grid.length; b += 1) {
      if (at(a, b)) dark += 1;
      if (a > 0 && b > 0 && at(a, b) === at(a - 1, b) && at(a, b) === at(a, b - 1) && at(a, b) === at(a - 1, b - 1)) sum += 3;
    }
  }
  return sum + 10 * Math.floor(Math.abs((20 * dark) / grid.length ** 2 - 10));
}
