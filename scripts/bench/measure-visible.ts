import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { BENCH_SECRET, orderBodies } from './signed-bodies.ts';
import { startProgram } from './start-program.ts';

const SAMPLES = 60;
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ');

/** How long it took, in ms, from posting an order's webhook to its number standing painted on an open page; one figure an order. */
export async function measureVisible(): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bench-'));
  const flags = ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json'];
  const environment = { SHOPBELL_APP_SECRET: BENCH_SECRET, SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9' };
  const program = await startProgram(path.join(import.meta.dirname, '../../dist/main/headless.js'), flags, environment);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(program.ready.console ?? '');
    await page.getByRole('navigation').waitFor();
    const samples: number[] = [];
    for (const [index, { body, signature }] of orderBodies(SAMPLES).entries()) {
      const painted = whenPainted(page, `#${index + 1}`);
      const from = performance.timeOrigin + performance.now();
      await fetch(program.ready.webhook, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
      samples.push((await painted) - from);
      await page.waitForTimeout(40);
    }
    return samples;
  } finally {
    await browser.close();
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The moment (ms since epoch) at which an order's link stands on the page and a frame with it was drawn. */
function whenPainted(page: Page, number: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (observer: MutationObserver) => {
          const stands = [...document.querySelectorAll('main a')].some((link) => link.textContent?.startsWith(wanted));
          if (!stands) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        const observer = new MutationObserver(() => look(observer));
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        look(observer);
      }),
    number,
  );
}
