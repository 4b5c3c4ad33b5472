import type { Buffer } from 'node:buffer';
import { paintShapes, type Shape } from './paint-shapes.ts';
import { writePng } from './write-png.ts';

const WIDTH = 800;
const HEIGHT = 600;

type Colour = readonly [number, number, number];
const WOOD: Colour = [176, 124, 82];
const CRUST: Colour = [183, 112, 52];
const CREAM: Colour = [255, 244, 226];

function round(x: number, y: number, rx: number, ry: number, colour: Colour): Shape {
  return { kind: 'ellipse', x, y, rx, ry, colour };
}

function box(x: number, y: number, width: number, height: number, colour: Colour): Shape {
  const points = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;
  return { kind: 'polygon', points, colour };
}

function table(colour: Colour): Shape[] {
  return [box(0, 430, WIDTH, 170, colour), box(0, 430, WIDTH, 10, [colour[0] - 30, colour[1] - 30, colour[2] - 25])];
}

function candle(x: number, colour: Colour): Shape[] {
  const flame = [
    [x - 13, 158],
    [x, 108],
    [x + 13, 158],
  ] as const;
  return [
    box(x - 9, 170, 18, 80, colour),
    round(x, 158, 14, 16, [247, 176, 40]),
    { kind: 'polygon', points: flame, colour: [247, 176, 40] },
    round(x, 160, 7, 9, [255, 240, 170]),
  ];
}

/** A birthday cake on a table. */
function cake(): Shape[] {
  const drops = Array.from({ length: 9 }, (_, index) => round(204 + index * 49, 322 + (index % 3) * 14, 27, 34, CREAM));
  const dots = Array.from({ length: 7 }, (_, index) => round(230 + index * 56, 420 + (index % 2) * 22, 10, 10, index % 2 ? [214, 75, 110] : [76, 141, 190]));
  return [
    ...table(WOOD),
    round(400, 478, 285, 42, [240, 236, 230]),
    round(400, 470, 285, 40, [255, 255, 255]),
    round(400, 455, 222, 40, [226, 137, 95]),
    box(178, 290, 444, 165, [226, 137, 95]),
    ...candle(310, [75, 123, 209]),
    ...candle(400, [209, 75, 123]),
    ...candle(490, [63, 155, 108]),
    ...drops,
    round(400, 288, 222, 44, CREAM),
    round(310, 250, 9, 4, [75, 123, 209]),
    round(400, 250, 9, 4, [209, 75, 123]),
    round(490, 250, 9, 4, [63, 155, 108]),
    ...dots,
  ];
}

/** A loaf of bread on a board, with slices. */
function loaf(): Shape[] {
  const cuts = [250, 340, 430].map((x): Shape => {
    const points = [
      [x, 330],
      [x + 50, 225],
      [x + 68, 230],
      [x + 22, 340],
    ] as const;
    return { kind: 'polygon', points, colour: [240, 212, 160] };
  });
  return [
    ...table([200, 208, 190]),
    box(110, 425, 580, 36, [140, 92, 58]),
    round(360, 330, 230, 112, CRUST),
    box(150, 340, 420, 88, CRUST),
    round(350, 305, 190, 70, [203, 136, 70]),
    ...cuts,
    round(610, 365, 62, 66, CRUST),
    round(610, 365, 50, 54, [247, 226, 184]),
    round(592, 352, 6, 5, [223, 190, 138]),
    round(622, 342, 5, 4, [223, 190, 138]),
    round(614, 384, 7, 5, [223, 190, 138]),
  ];
}

/** Berries on a plate, seen from above, on a checked cloth. */
function picnic(): Shape[] {
  const checks = Array.from({ length: 48 }, (_, index) => index)
    .filter((index) => (index + Math.floor(index / 8)) % 2 === 0)
    .map((index) => box((index % 8) * 100, Math.floor(index / 8) * 100, 100, 100, [229, 120, 120]));
  const berries = [
    [320, 240],
    [430, 215],
    [500, 300],
    [380, 320],
    [290, 350],
    [450, 400],
  ].flatMap(([x = 0, y = 0]): Shape[] => {
    const tip = [
      [x - 46, y - 8],
      [x + 46, y - 8],
      [x, y + 62],
    ] as const;
    return [
      round(x, y, 48, 38, [206, 40, 60]),
      { kind: 'polygon', points: tip, colour: [206, 40, 60] },
      round(x, y - 34, 30, 10, [80, 150, 70]),
      round(x - 16, y, 4, 5, [255, 214, 150]),
      round(x + 14, y + 4, 4, 5, [255, 214, 150]),
      round(x, y + 24, 4, 5, [255, 214, 150]),
    ];
  });
  return [
    ...checks,
    round(400, 306, 262, 262, [214, 206, 200]),
    round(400, 300, 260, 260, [255, 255, 255]),
    round(400, 300, 205, 205, [238, 242, 244]),
    ...berries,
  ];
}

const SCENES: readonly { ground: Colour; shapes: () => Shape[] }[] = [
  { ground: [207, 227, 234], shapes: cake },
  { ground: [245, 230, 207], shapes: loaf },
  { ground: [250, 226, 220], shapes: picnic },
];
export const PHOTO_COUNT = SCENES.length;

const drawn = new Map<number, Buffer>();

/** One of the photos that practice customers take, 800 x 600, as a PNG; each is drawn once. */
export function drawPhoto(which: number): Buffer {
  const known = drawn.get(which);
  if (known !== undefined) return known;
  const scene = SCENES[which % SCENES.length];
  if (scene === undefined) throw new RangeError('There is no such photo');
  const photo = writePng(WIDTH, HEIGHT, paintShapes(WIDTH, HEIGHT, scene.ground, scene.shapes()));
  drawn.set(which, photo);
  return photo;
}
