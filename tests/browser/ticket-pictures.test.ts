import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketHtml } from '../../electron/outbound/ticket-html.ts';
import { orderTicket } from '../../electron/queries/order-ticket.ts';
import { launchChromium } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { TICKETS } from '../support/ticket-orders.ts';

const GOLDEN = path.join(import.meta.dirname, '../fixtures/tickets');
/** Part of the picture's points that may differ: letters are smoothed a little differently from version to version. */
const TOLERANCE = 0.005;

/** With UPDATE_PICTURES=1 the stored pictures are made anew: look at each before it is committed. */
const updates = process.env['UPDATE_PICTURES'] === '1';

/** Every order on the roll it was made for, and one on A4. */
const PICTURES = Object.entries(TICKETS).flatMap(([name, { order, setting }]) => [
  { name, ticket: orderTicket(order, setting) },
  ...(name === 'everyday-80-cp858' ? [{ name: 'everyday-a4', ticket: orderTicket(order, { ...setting, paper: 'a4' }) }] : []),
]);

describe.skipIf(lacksBrowser)('golden pictures', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(PICTURES)('$name', async ({ name, ticket }) => {
    const width = { '58': 219, '80': 302, a4: 794 }[ticket.paper];
    const context = await browser.newContext({ viewport: { width, height: 400 }, deviceScaleFactor: 2, javaScriptEnabled: false });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('request', (request) => troubles.push(request.url()));
    await page.emulateMedia({ media: 'print' });
    await page.setContent(ticketHtml(ticket));
    const taken = PNG.sync.read(await page.screenshot({ fullPage: true }));
    await context.close();
    // Neither a violated policy nor a fetched thing.
    expect(troubles).toEqual([]);

    const file = path.join(GOLDEN, `${name}.png`);
    if (updates || !existsSync(file)) {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, PNG.sync.write(taken));
      expect(updates, `${file} was missing; it is there now: look at it`).toBe(true);
    }
    const golden = PNG.sync.read(readFileSync(file));
    expect([taken.width, taken.height]).toEqual([golden.width, golden.height]);
    const differing = pixelmatch(golden.data, taken.data, undefined, golden.width, golden.height, { threshold: 0.2 });
    expect(differing / (golden.width * golden.height)).toBeLessThan(TOLERANCE);
  });

  it('says whatever a customer wrote as letters', () => {
    const html = ticketHtml(orderTicket(TICKETS['hostile-58-cp858']?.order ?? TICKETS['everyday-80-cp858']!.order, TICKETS['hostile-58-cp858']!.setting));
    expect(html).toContain('&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<b>|[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });
});
