import { Buffer } from 'node:buffer';

type Colour = readonly [number, number, number];
/** Everything in pixels. */
export type Shape =
  | { kind: 'ellipse'; x: number; y: number; rx: number; ry: number; colour: Colour }
  | { kind: 'polygon'; points: readonly (readonly [number, number])[]; colour: Colour };

/** Rows between two whole ones, for soft edges. */
const FINE = 4;

/** Where a horizontal line at `y` is inside of the shape: pairs of from and to, left to right. */
function spansAt(shape: Shape, y: number): number[] {
  if (shape.kind === 'ellipse') {
    const rest = 1 - ((y - shape.y) / shape.ry) ** 2;
    if (rest <= 0) return [];
    const half = shape.rx * Math.sqrt(rest);
    return [shape.x - half, shape.x + half];
  }
  const crossings: number[] = [];
  shape.points.forEach(([x1, y1], index) => {
    const [x2, y2] = shape.points[(index + 1) % shape.points.length] ?? [x1, y1];
    if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  });
  return crossings.sort((left, right) => left - right);
}

function heightOf(shape: Shape): [number, number] {
  if (shape.kind === 'ellipse') return [shape.y - shape.ry, shape.y + shape.ry];
  const ys = shape.points.map(([, y]) => y);
  return [Math.min(...ys), Math.max(...ys)];
}

/** Adds to each pixel of a row how much of it lies between two x. */
function cover(row: Float32Array, from: number, to: number): void {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(row.length - 1, Math.floor(to));
  for (let x = first; x <= last; x += 1) row[x] = (row[x] ?? 0) + Math.max(0, Math.min(to, x + 1) - Math.max(from, x)) / FINE;
}

/** Shapes over one another on a ground, as rows of RGB, 3 bytes a pixel; edges are softened. */
export function paintShapes(width: number, height: number, ground: Colour, shapes: readonly Shape[]): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set(ground, at);
  const row = new Float32Array(width);
  for (const shape of shapes) {
    const [top, bottom] = heightOf(shape);
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y += 1) {
      row.fill(0);
      for (let part = 0; part < FINE; part += 1) {
        const spans = spansAt(shape, y + (part + 0.5) / FINE);
        for (let index = 0; index + 1 < spans.length; index += 2) cover(row, spans[index] ?? 0, spans[index + 1] ?? 0);
      }
      for (let x = 0; x < width; x += 1) {
        const share = Math.min(1, row[x] ?? 0);
        if (share === 0) continue;
        const at = (y * width + x) * 3;
        for (let part = 0; part < 3; part += 1) {
          const under = pixels[at + part] ?? 0;
          pixels[at + part] = Math.round(under + ((shape.colour[part] ?? 0) - under) * share);
        }
      }
    }
  }
  return pixels;
}
