import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, orderMessage, sign, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import { noProxy, startTlsProxy } from '../support/start-tls-proxy.ts';
import { until } from '../support/until.ts';

type Asked = { url: string; method?: string; headers?: Record<string, string>; base64?: string };
type Answer = { status: number | null; text: string };

/** Asks as somebody outside does. @param trusted file of a certificate that is trusted beside the public ones */
async function ask(asked: Asked[], trusted: string | null): Promise<Answer[]> {
  const environment = { ...process.env, ...(trusted === null ? {} : { NODE_EXTRA_CA_CERTS: trusted }) };
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../support/ask-address.ts')], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(JSON.stringify(asked));
  await new Promise((resolve) => child.on('close', resolve));
  return JSON.parse(said) as Answer[];
}

const post = (url: string, body: Buffer, signature = sign(new Uint8Array(body))): Asked => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
  base64: body.toString('base64'),
});

describe.skipIf(noProxy)('behind a TLS proxy of the shop’s own', () => {
  /** The proxy wants the shop's port, and the shop the proxy's address: the settings follow. */
  async function shopBehindProxy() {
    const shop = closeAfter(await startShop());
    const proxy = await startTlsProxy(Number(new URL(shop.webhookUrl).port));
    await shop.api.settings.save({ tunnel: 'own', publicUrl: proxy.url });
    const connection = await until('the way in', async () => {
      const seen = await shop.api.connection.get();
      return seen.callbackUrl !== null && seen;
    });
    expect(connection).toMatchObject({ tunnelKind: 'own', callbackUrl: `${proxy.url}/webhook` });
    return { shop, proxy, callbackUrl: `${proxy.url}/webhook` };
  }

  it('signed bodies arrive as they were sent, byte by byte', async () => {
    const { shop, proxy, callbackUrl } = await shopBehindProxy();
    // Meta escapes what is no ASCII; another sender need not; and white space counts.
    const escaped = JSON.stringify(envelope({ contacts: [CONTACT], messages: [textMessage({ text: { body: 'Gr\u00fc\u00dfe' } })] }));
    const bodies = [
      Buffer.from(escaped.replaceAll('\u00fc', '\\u00fc').replaceAll('\u00df', '\\u00df')),
      Buffer.from(` ${JSON.stringify(envelope({ contacts: [CONTACT], messages: [orderMessage()] }), null, 1)}\r\n`),
      Buffer.from(JSON.stringify(envelope({ messages: [textMessage({ text: { body: '\u{1F950}'.repeat(20_000) } })] }))),
    ];
    const answers = await ask(
      bodies.map((body) => post(callbackUrl, body)),
      proxy.certificate,
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const kept = shop.rows<{ body: Buffer | string }>('SELECT body FROM webhook_log ORDER BY id').map(({ body }) => Buffer.from(body));
    expect(kept.map((body) => createHmac('sha256', 'x').update(body).digest('hex'))).toEqual(
      bodies.map((body) => createHmac('sha256', 'x').update(body).digest('hex')),
    );
    expect((await shop.api.orders.board()).new).toHaveLength(1);
  });

  it('what is not signed, or changed on its way, is turned away as it is without a proxy', async () => {
    const { shop, proxy, callbackUrl } = await shopBehindProxy();
    const body = Buffer.from(JSON.stringify(envelope({ messages: [orderMessage()] })));
    const answers = await ask(
      [post(callbackUrl, body, sign('something else')), post(callbackUrl, Buffer.concat([body, Buffer.from(' ')]), sign(new Uint8Array(body)))],
      proxy.certificate,
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect((await shop.api.connection.get()).refused.count).toBe(2);
  });

  it('Meta’s verification and the probe are answered', async () => {
    const { shop, proxy, callbackUrl } = await shopBehindProxy();
    const verify = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=test-verify-token';
    const [verified, wrong, probed] = await ask(
      [{ url: `${callbackUrl}?${verify}` }, { url: `${callbackUrl}?${verify}x` }, { url: `${callbackUrl}?probe=0123456789abcdef` }],
      proxy.certificate,
    );
    expect(verified).toEqual({ status: 200, text: '1158201444' });
    expect(wrong?.status).toBe(403);
    const [key] = shop.rows<{ value: string }>("SELECT value FROM facts WHERE name = 'probe_key'");
    expect(probed).toEqual({
      status: 200,
      text: createHmac('sha256', key?.value ?? '')
        .update('0123456789abcdef')
        .digest('hex'),
    });
  });

  it.each([
    ['that nobody knows', {}, false, /SELF_SIGNED/],
    ['of another name', { names: 'DNS:other.example' }, true, /ALTNAME/],
    ['that has run out', { from: '200101000000Z', to: '200201000000Z' }, true, /EXPIRED/],
  ])('a certificate %s lets nobody through', async (_what, certificate, trusted, code) => {
    const shop = closeAfter(await startShop());
    const proxy = await startTlsProxy(Number(new URL(shop.webhookUrl).port), certificate);
    const [answer] = await ask([{ url: `${proxy.url}/webhook?probe=0123456789abcdef` }], trusted ? proxy.certificate : null);
    expect(answer).toEqual({ status: null, text: expect.stringMatching(code) });
  });
});
