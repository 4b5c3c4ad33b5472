// Draws every icon from the SVGs beside this file: `node build/draw-icons.mjs`. Needs the system's Chromium (CHROMIUM names another).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

const here = import.meta.dirname;
const shell = path.join(here, '../electron/shell/pictures');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();

/** @param badge a second drawing of the same size, laid over the first */
async function draw(name, size, badge = '') {
  const drawing = readFileSync(path.join(here, `${name}.svg`), 'utf8');
  const over = badge === '' ? '' : readFileSync(path.join(here, `${badge}.svg`), 'utf8');
  const picture = Buffer.from(drawing.replace(/<\/svg>\s*$/, `${over}</svg>`)).toString('base64');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${picture}">`);
  await page.locator('img').evaluate((image) => image.decode());
  return page.screenshot({ omitBackground: true });
}

/** Windows' icon file: a directory of 16 bytes an entry, then the PNGs as they are. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Apple's icon file: type and length (with these 8 bytes) before each PNG. */
function icns(pictures) {
  const types = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };
  const parts = pictures.map(({ size, png }) => {
    const head = Buffer.alloc(8);
    head.write(types[size], 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

mkdirSync(path.join(here, 'icons'), { recursive: true });
mkdirSync(shell, { recursive: true });
const drawn = new Map();
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) drawn.set(size, { size, png: await draw('icon', size) });
for (const [size, { png }] of drawn) if (size <= 512) writeFileSync(path.join(here, 'icons', `${size}x${size}.png`), png);
writeFileSync(path.join(here, 'icon.png'), drawn.get(512).png);
writeFileSync(path.join(here, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => drawn.get(size))));
writeFileSync(path.join(here, 'icon.icns'), icns([128, 256, 512, 1024].map((size) => drawn.get(size))));
writeFileSync(path.join(shell, 'window.png'), drawn.get(64).png);
for (const name of ['tray', 'tray-waiting']) {
  for (const light of ['', 'light-good', 'light-warn', 'light-bad']) {
    const file = light === '' ? name : `${name}-${light}`;
    writeFileSync(path.join(shell, `${file}.png`), await draw(name, 16, light));
    writeFileSync(path.join(shell, `${file}-large.png`), await draw(name, 32, light));
  }
}
writeFileSync(path.join(shell, 'waiting.png'), await draw('waiting', 16));
await browser.close();
