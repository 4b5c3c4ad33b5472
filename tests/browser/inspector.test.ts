import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { CONTACT, envelope, orderMessage, postSigned, sign, textMessage, tick } from '../support/post-webhook.ts';
import { readZip } from '../support/read-zip.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import type { Built } from '../support/start-built.ts';

const SAID = 'Is the rye bread from this morning?';
const NUMBER = '16505550111';

describe.skipIf(lacksBrowser)('the inspector', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('says what is empty, and shows a webhook by the keyboard alone, masked until asked', async () => {
    const { page, shop } = await openRealShop(browser);
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, '/connection');
    await page.getByRole('link', { name: 'Inspector' }).click();
    await page.getByRole('heading', { name: 'No webhook has come yet' }).waitFor();
    await page.getByRole('link', { name: 'Turned away' }).click();
    await page.getByRole('heading', { name: 'Nobody was turned away' }).waitFor();
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await page.getByRole('heading', { name: 'No webhook has come yet' }).waitFor();

    // Without a hand on the page, the news brings it.
    await arriveOfEveryKind(shop);
    const rows = webhooks(page);
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => rows.nth(0).innerText()).toMatch(/1 tick “read”.*Understood.*Signed with the app secret.*\d ms · \d/s);
    expect(await rows.nth(1).innerText()).toMatch(/Not understood.*brand_new_field/s);
    expect(await rows.nth(2).innerText()).toMatch(/1 message, 1 order/);

    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Webhook 1' });
    const body = dialog.locator('pre');
    await expect.poll(() => body.innerText()).toMatch(/"from": "\[number \d+\]"/);
    // Indented, and nobody in it.
    expect(await body.innerText()).toMatch(/^\{\n {2}"object": "whatsapp_business_account",\n {2}"entry": \[\n {4}\{/);
    for (const personal of [SAID, NUMBER, 'Sheena']) expect(await dialog.innerText()).not.toContain(personal);
    await dialog.getByText('As understood').click();
    await expect.poll(() => body.innerText()).toContain('"events": [');
    expect(await body.innerText()).not.toContain(SAID);
    await dialog.getByText('Show personal data').click();
    await dialog.getByText('are in sight').waitFor();
    await expect.poll(() => body.innerText()).toContain(SAID);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // The focus comes back to the row, and the next look is masked again.
    await expect.poll(() => rows.nth(2).evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => body.innerText()).toContain('"from": "[number');
    await page.keyboard.press('Escape');

    await page.getByText('Not or partly understood').click();
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('brand_new_field');
  });

  it('shows older ones page by page, and saves what is shown as a file with nobody in it', async () => {
    const { page, shop } = await openRealShop(browser);
    for (let index = 0; index < 60; index += 1)
      await postSigned(shop.webhook ?? '', envelope({ contacts: [CONTACT], messages: [textMessage({ id: `wamid.many.${index}`, text: { body: SAID } })] }));
    await goTo(page, '/connection/inspector');
    await expect.poll(() => webhooks(page).count()).toBe(50);
    await page.getByRole('button', { name: 'Show older ones' }).click();
    await expect.poll(() => webhooks(page).count()).toBe(60);
    expect(await page.getByRole('button', { name: 'Show older ones' }).count()).toBe(0);
    const all = await saved(page, page.getByRole('button', { name: 'Save this list, masked' }));
    expect(all.name).toMatch(/^shopbell-webhooks-\d{4}-\d\d-\d\d-\d{4}\.jsonl$/);
    expect(idsIn(all.text)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    for (const personal of [SAID, NUMBER, 'Sheena']) expect(all.text).not.toContain(personal);
    await webhooks(page).first().click();
    const one = await saved(page, page.getByRole('dialog').getByRole('button', { name: 'Save as a file, masked' }));
    expect(idsIn(one.text)).toEqual([60]);
  });

  it('replays into the practice shop: says that it is closed, opens it, and does not put the order into the real shop twice', async () => {
    const { page, shop } = await openRealShop(browser);
    await postSigned(shop.webhook ?? '', envelope({ contacts: [CONTACT], messages: [orderMessage()] }));
    await goTo(page, '/connection/inspector');
    await webhooks(page).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Replay in the practice shop' }).click();
    await dialog.getByText('The practice shop is not open').waitFor();
    await dialog.getByRole('button', { name: 'Open it and replay' }).click();
    await dialog.getByText('The practice shop took it').waitFor();
    expect(await dialog.getByText('The practice shop is not open').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Go to the practice shop' }).click();
    await goTo(page, '/orders');
    await page.locator('[data-order-link]', { hasText: 'Sheena' }).first().waitFor();
  });

  it('shows calls with what was asked and answered, who was turned away, and saves the diagnostics', async () => {
    const { page, shop } = await openRealShop(browser);
    await arriveOfEveryKind(shop);
    await goTo(page, '/chats');
    await page.locator('[data-chat-link]').first().click();
    const field = page.getByRole('textbox', { name: /^Write to / });
    await field.fill('It is.');
    await field.press('Enter');
    await page.locator('article', { hasText: 'It is.' }).first().waitFor();
    await goTo(page, '/connection/inspector/calls');
    const call = page.getByRole('main').getByRole('button', { name: /POST \d+\/messages/ });
    await call.first().waitFor();
    expect(await call.first().innerText()).toMatch(/Done.*HTTP 200 · [\d.,]+ ms/s);
    const sending = call.filter({ hasText: /POST/ });
    const dialog = page.getByRole('dialog');
    // The last one marks as read; the one before may be the reply.
    let asked = '';
    for (let index = 0; index < (await sending.count()) && !asked.includes('"text"'); index += 1) {
      await sending.nth(index).click();
      await dialog.getByText('What was asked').click();
      await dialog.locator('pre').waitFor();
      asked = await dialog.locator('pre').innerText();
      if (!asked.includes('"text"')) await page.keyboard.press('Escape');
    }
    expect(asked).toContain('"to": "[');
    expect(asked).not.toContain('It is.');
    await dialog.getByText('Show personal data').click();
    await expect.poll(() => dialog.locator('pre').innerText()).toContain('"body": "It is."');
    expect(await dialog.innerText()).not.toContain('test-access-token');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Turned away' }).click();
    const turned = page.getByRole('list', { name: 'Turned away' }).getByRole('listitem');
    await turned.first().waitFor();
    expect(await turned.allInnerTexts()).toEqual([expect.stringMatching(/Meta's own requests.*Signed with another secret.*Compare the app secret/s)]);

    const bundle = await saved(page, page.getByRole('button', { name: 'Save diagnostics' }));
    expect(bundle.name).toMatch(/^shopbell-diagnostics-.*\.zip$/);
    const entries = readZip(bundle.bytes);
    expect([...entries.keys()]).toEqual(expect.arrayContaining(['README.txt', 'about.json', 'connection.json', 'webhooks.jsonl', 'logs/shopbell.log']));
    expect(entries.get('logs/shopbell.log')?.toString()).toContain('starts');
    const whole = [...entries.values()].map((bytes) => bytes.toString()).join('\n');
    for (const hidden of [SAID, NUMBER, 'Sheena', 'test-access-token', 'test-verify-token']) expect(whole).not.toContain(hidden);
  });

  for (const look of [
    { colorScheme: 'light', locale: 'en-GB' },
    { colorScheme: 'dark', locale: 'de-DE' },
  ] as const) {
    it(`has nothing that axe finds, and fits into 800 x 600, in ${look.colorScheme} and ${look.locale}`, async () => {
      const { page, shop } = await openRealShop(browser, look);
      await goTo(page, '/connection/inspector');
      await page.locator('main h2').nth(2).waitFor();
      await expectNothingFound(page, 'nothing came');
      await arriveOfEveryKind(shop);
      for (const [width, height] of [
        [1280, 800],
        [800, 600],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const part of ['webhooks', 'calls', 'turned-away']) {
          await goTo(page, `/connection/inspector/${part}`);
          await page.locator('main li').first().waitFor();
          await expectNothingFound(page, part);
          if (part === 'turned-away') continue;
          await page.locator('[data-row]').last().click();
          await page.locator('[role=dialog] dl').waitFor();
          await expectNothingFound(page, `one of ${part}`);
          await page.keyboard.press('Escape');
          await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
        }
      }
    });
  }
});

const webhooks = (page: Page): Locator => page.getByRole('list', { name: 'Webhooks' }).getByRole('button');
const idsIn = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: number }).id);

/** One that is understood, one that is not, a tick, and one that somebody else signed in Meta's name. */
async function arriveOfEveryKind({ webhook }: Built): Promise<void> {
  const address = webhook ?? '';
  await postSigned(address, envelope({ contacts: [CONTACT], messages: [textMessage({ text: { body: SAID } }), orderMessage()] }));
  await postSigned(address, envelope({}, 'brand_new_field'));
  await postSigned(address, envelope({ statuses: [tick('wamid.x', 'read')] }));
  expect(await postSigned(address, '{}', { 'x-hub-signature-256': sign('{}', 'wrong'), 'user-agent': 'facebookexternalua' })).toBe(401);
}

async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer; text: string }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const download = await coming;
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString() };
}

async function expectNothingFound(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((one) => `${what}: ${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body, body *')]
      .filter((element) => element === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`),
  );
  expect.soft(wide, what).toEqual([]);
  const folder = process.env['INSPECTOR_SHOTS'];
  if (folder)
    await page.screenshot({
      path: `${folder}/${what.replaceAll(' ', '-')}-${page.viewportSize()?.width ?? 0}-${await page.evaluate(() => document.documentElement.lang)}.png`,
    });
}
