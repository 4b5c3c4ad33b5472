import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { ROOT } from './start-practice.ts';

export const FOLDER = path.join(ROOT, 'docs/screenshots');
/** More than this and a README with a dozen of them loads slowly. */
const LARGEST_BYTES = 250_000;

const READY = `document.fonts.ready.then(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))).then(() => undefined)`;

/** What the page shows now, once fonts and pictures are there, as `docs/screenshots/<name>.png`. */
export async function savePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(READY);
  // A focus ring or a tip under the mouse belongs to whoever holds the mouse.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(250);
  keep(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}

/** Writes a picture and says its size. */
export function keep(name: string, png: Buffer): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, `${name}.png`), png);
  told(name, png.length);
}

/** Says the size of a picture that somebody else has written. */
export function toldOf(name: string): void {
  told(name, statSync(path.join(FOLDER, `${name}.png`)).size);
}

function told(name: string, bytes: number): void {
  console.log(`docs/screenshots/${name}.png  ${Math.round(bytes / 1000)} kB${bytes > LARGEST_BYTES ? '  (too large for the README!)' : ''}`);
}
