import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { CONTACT, envelope, postSigned, seconds } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';
import { APP_SECRET, PHONE_NUMBER_ID } from '../support/start-shop.ts';

const from = '16505550111';
const KINDS: object[] = [
  { type: 'text', text: { body: 'See *this*: https://shop.example/bread and javascript:alert(1)' } },
  { type: 'text', text: { body: '👍' } },
  { type: 'image', image: { id: '111', mime_type: 'image/jpeg', sha256: 'x', caption: 'My _photo_' } },
  { type: 'audio', audio: { id: '112', mime_type: 'audio/ogg; codecs=opus', sha256: 'x', voice: true } },
  { type: 'document', document: { id: '113', mime_type: 'application/pdf', sha256: 'x', filename: 'list.pdf' } },
  {
    type: 'location',
    location: { latitude: 38.9806263495, longitude: -131.9428612257, name: 'Main Street Beach', address: 'Main Street Beach, Santa Cruz, CA' },
  },
  {
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'Barbara Johnson', first_name: 'Barbara' }, phones: [{ phone: '+1 555 010 0199', type: 'HOME' }] }],
  },
  { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'Tomorrow', description: 'Before noon' } } },
  { type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }], unsupported: { type: 'poll' } },
  { type: 'never_heard_of', never_heard_of: { a: 1 } },
];

describe.skipIf(lacksBrowser)('every kind of message', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-kinds-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    const environment = {
      SHOPBELL_APP_SECRET: APP_SECRET,
      SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
      SHOPBELL_ACCESS_TOKEN: 'test-access-token',
      SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
      SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9',
    };
    shop = await startBuilt({ dataFolder: folder, pace: 1, environment });
    const start = Date.now() - 60_000;
    const messages = KINDS.map((kind, place) => ({ from, id: `wamid.kind.${place}`, timestamp: seconds(start + place * 1000), ...kind }));
    expect(await postSigned(shop.webhook ?? '', envelope({ contacts: [CONTACT], messages }))).toBe(200);
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [colorScheme, locale] of [
    ['light', 'en-GB'],
    ['dark', 'de-DE'],
  ] as const) {
    it(`is shown, and axe finds nothing, in ${colorScheme}, ${locale}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { colorScheme, locale });
      await page.setViewportSize({ width: 1280, height: 2600 });
      await goTo(page, '/chats');
      await page.locator('[data-chat-link]').first().click();
      await page
        .getByRole('article')
        .nth(KINDS.length - 1)
        .waitFor();
      const pictures = process.env['KIND_PICTURES'];
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${colorScheme}.png` });
      expect(await page.getByText('Main Street Beach', { exact: true }).count()).toBeGreaterThan(0);
      expect(await page.getByText('Barbara Johnson').count()).toBeGreaterThan(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }

  it('shows an address whole before it opens, and makes none of a script', async () => {
    const { page } = await openPage(browser, shop.link);
    await goTo(page, '/chats');
    await page.locator('[data-chat-link]').first().click();
    await page.getByRole('button', { name: 'https://shop.example/bread' }).click();
    const open = page.getByRole('dialog').getByRole('link', { name: 'Open' });
    expect(await open.getAttribute('href')).toBe('https://shop.example/bread');
    expect(await open.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await page.getByRole('button', { name: /javascript:/ }).count()).toBe(0);
    await page.context().close();
  });
});
