import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameSecret, verifySignature } from '../../electron/inbound/verify-signature.ts';
import { sign } from '../support/post-webhook.ts';

const KEY = 'test_app_secret';

// Computed independently of this program, over exact bytes; the escapes stand literally in the body.
test.each([
  ['{"object":"whatsapp_business_account","entry":[]}', 'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756'],
  [
    String.raw`{"object":"whatsapp_business_account","entry":[{"id":"0","note":"\u00e4\u00f6\u00e5 \ud83d\ude00"}]}`,
    'e02a3710357d5141d53d5bfd05df5ee047cb160b270ba39b099c370a1a46912a',
  ],
  [String.raw`{"url":"https:\/\/example.com\/a?b=1","mail":"x\u0040y.z"}`, '0380b8f5def5e3ddb0f1256eb0b4824d4c8254334b62f5896dd6864d3c7be45e'],
])('%s is proved by its signature', (body, hex) => {
  expect(verifySignature(Buffer.from(body), `sha256=${hex}`, [KEY])).toBe(true);
  expect(verifySignature(Buffer.from(body), `sha256=${hex.toUpperCase()}`, [KEY])).toBe(true);
});

test('a re-serialised body does not match', () => {
  const sent = String.raw`{"note":"\u00e4"}`;
  expect(verifySignature(Buffer.from(JSON.stringify(JSON.parse(sent))), sign(sent), [KEY])).toBe(false);
});

test('RFC 4231, case 2', () => {
  const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(verifySignature(Buffer.from('what do ya want for nothing?'), `sha256=${hex}`, ['Jefe'])).toBe(true);
});

test('two secrets are good during rotation, an empty one never', () => {
  const body = Buffer.from('{}');
  expect(verifySignature(body, sign(body, 'old'), ['new', 'old'])).toBe(true);
  expect(verifySignature(body, sign(body, ''), [''])).toBe(false);
  expect(verifySignature(body, sign(body, 'x'), [])).toBe(false);
  expect(sameSecret('', '')).toBe(false);
  expect(sameSecret('a', null)).toBe(false);
});

test('no other header and no changed byte is taken for a proof', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.string(), (bytes, at, header) => {
      const body = Buffer.from(bytes);
      const signature = sign(body, KEY);
      const changed = Buffer.from(body);
      changed[at % body.length] = ((body[at % body.length] ?? 0) + 1) % 256;
      expect(verifySignature(body, signature, [KEY])).toBe(true);
      expect(verifySignature(changed, signature, [KEY])).toBe(false);
      expect(verifySignature(body, header, [KEY])).toBe(false);
      expect(verifySignature(body, signature.slice(0, -1), [KEY])).toBe(false);
    }),
  );
});
