import { expect, test } from 'vitest';
import { RETRY_PAUSES_MS } from '../../electron/simulator/post-webhook.ts';
import { startSimulator } from '../../electron/simulator/simulator.ts';
import { signBody, writeAsMeta } from '../../electron/simulator/sign-body.ts';
import { openPracticeShop, TO_SHEENA } from './practice-shop.ts';

test('bodies are pure ASCII, escaped as Meta does, and signed over the very bytes', async () => {
  const shop = await openPracticeShop();
  for (let count = 0; count < 30; count += 1) await shop.simulator.act('order');
  const all = shop.deliveries.map((delivery) => delivery.raw).join('\n');
  expect(all).not.toMatch(/[^\n -~]/);
  expect(all).toContain('\\u00d6zt\\u00fcrk');
  expect(shop.forged).toEqual([]);
});

test('the signature is the one of the test vectors with escapes', () => {
  const body = writeAsMeta({ object: 'whatsapp_business_account', entry: [{ id: '0', note: 'äöå 😀' }] });
  expect(body.toString('latin1')).toBe('{"object":"whatsapp_business_account","entry":[{"id":"0","note":"\\u00e4\\u00f6\\u00e5 \\ud83d\\ude00"}]}');
  expect(signBody(body, 'test_app_secret')).toBe('sha256=e02a3710357d5141d53d5bfd05df5ee047cb160b270ba39b099c370a1a46912a');
  expect(JSON.parse(writeAsMeta({ text: '</b> a@b 100% \\ "' }).toString('latin1'))).toEqual({ text: '</b> a@b 100% \\ "' });
  expect(writeAsMeta({ text: 'a/b@c' }).toString('latin1')).toBe('{"text":"a\\/b\\u0040c"}');
});

test('a webhook that was answered 503, or not at all, comes again with the same bytes until it is taken', async () => {
  const shop = await openPracticeShop({ pace: 10_000 });
  shop.answers.push(503, 'hang up', 500);
  await shop.simulator.act('order');
  expect(shop.deliveries).toHaveLength(0);
  await shop.until(() => shop.deliveries.length > 0);
  await shop.simulator.act('text');
  expect(shop.messages().map((message) => message.type)).toEqual(['order', 'text']);
  expect(shop.reports).toEqual([]);
});

test('a refusal with 4xx is reported, and the webhook is given up after a bounded number of tries', async () => {
  const tries = RETRY_PAUSES_MS.length + 1;
  // Seven days in half a second.
  const shop = await openPracticeShop({ pace: 1_000_000 });
  shop.answers.push(...Array.from({ length: tries }, () => 401));
  await shop.simulator.act('text');
  await shop.until(() => shop.reports.some((line) => line.includes('given up')));
  expect(shop.reports).toEqual([...Array.from({ length: tries }, () => 'A webhook was refused with 401'), `A webhook was given up after ${tries} tries`]);
  expect(shop.answers).toEqual([]);
});

test('a redirect is not followed and does not count as taken', async () => {
  const shop = await openPracticeShop({ pace: 10_000 });
  shop.answers.push(302);
  await shop.simulator.act('text');
  await shop.until(() => shop.deliveries.length === 1);
  expect(shop.answers).toEqual([]);
});

test('after stop nothing comes any more, whatever was under way, and the port is closed', async () => {
  const shop = await openPracticeShop({ pace: 1 });
  shop.simulator.script(true);
  await shop.send(TO_SHEENA);
  shop.simulator.behave({ delayMs: 60_000 });
  const late = shop.simulator.act('order');
  shop.simulator.behave({ delayMs: 0, batch: true });
  const bundled = shop.simulator.act('order');
  await shop.simulator.stop();
  await Promise.all([late, bundled]);
  expect(shop.simulator.scripted).toBe(false);
  await expect(fetch(shop.simulator.graphUrl)).rejects.toThrow();
  await shop.simulator.act('text');
  expect(shop.deliveries).toEqual([]);
});

test('a webhook address that is no http address, and a pace of nothing, are refused at once', async () => {
  const options = { appSecret: 's', accessToken: 't', phoneNumberId: '1', seed: 1, now: () => 0, report: () => {} };
  await expect(startSimulator({ ...options, pace: 1, webhookUrl: 'ftp://127.0.0.1/' })).rejects.toThrow(TypeError);
  await expect(startSimulator({ ...options, pace: 0, webhookUrl: 'http://127.0.0.1/' })).rejects.toThrow(RangeError);
});
