import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, sign } from '../support/post-webhook.ts';
import { printPromise } from '../support/print-promise.ts';
import { startShop } from '../support/start-shop.ts';

const post = (url: string, body: string, headers: Record<string, string>) => fetch(url, { method: 'POST', body, headers }).then((response) => response.status);

test('without the right proof nothing is kept but a count', async () => {
  const shop = closeAfter(await startShop());
  const body = JSON.stringify(envelope({ messages: [orderMessage()] }));
  const forgeries: Record<string, string>[] = [
    {},
    { 'x-hub-signature-256': '' },
    { 'x-hub-signature-256': sign(body, 'wrong') },
    { 'x-hub-signature-256': sign(`${body} `) },
    { 'x-hub-signature-256': sign(body).replace('sha256=', 'sha1=') },
    { 'x-hub-signature-256': sign(body).slice(0, -2) },
    { 'x-hub-signature': sign(body) },
  ];
  for (const headers of forgeries) expect(await post(shop.webhookUrl, body, headers)).toBe(401);
  const [kept] = shop.rows<{ n: number }>('SELECT count(*) AS n FROM webhook_log');
  expect(kept).toEqual({ n: 0 });
  expect((await shop.api.connection.get()).refused.count).toBe(forgeries.length);
  expect(await postSigned(shop.webhookUrl, body)).toBe(200);
  printPromise(8, `${forgeries.length} forged requests refused, ${kept?.n} kept`);
});

test('two secrets are good while one is being replaced', async () => {
  const shop = closeAfter(await startShop({ environment: { SHOPBELL_APP_SECRET_PREVIOUS: 'the old one' } }));
  const body = JSON.stringify(envelope({ messages: [orderMessage()] }));
  expect(await post(shop.webhookUrl, body, { 'x-hub-signature-256': sign(body, 'the old one') })).toBe(200);
  expect(await post(shop.webhookUrl, body, { 'x-hub-signature-256': sign(body) })).toBe(200);
});

test('a shop without an app secret takes nothing, not even what is signed with nothing', async () => {
  const shop = closeAfter(await startShop({ environment: { SHOPBELL_APP_SECRET: '' } }));
  expect(await post(shop.webhookUrl, '{}', { 'x-hub-signature-256': sign('{}', '') })).toBe(401);
  expect((await shop.api.connection.get()).missing).toEqual(['appSecret']);
});

test('Meta’s dashboard test arrives on Connection and never rings', async () => {
  const shop = closeAfter(await startShop());
  const sample = { from: '16315551181', id: 'ABGGFlA5Fpa', timestamp: '1504902988', type: 'text', text: { body: 'this is a text message' } };
  const value = { contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }], messages: [sample] };
  expect(await postSigned(shop.webhookUrl, envelope(value, 'messages', '123456123'))).toBe(200);
  expect((await shop.api.connection.get()).metaTestAt).not.toBeNull();
  expect(shop.rows('SELECT (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM messages) AS messages')).toEqual([
    { customers: 0, messages: 0 },
  ]);
});
