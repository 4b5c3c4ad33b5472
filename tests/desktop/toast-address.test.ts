import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findActivation, readActivation, writeToastTag } from '../../electron/shell/toast-address.ts';
import type { ToastAddress } from '../../electron/shell/toast-address.ts';

const keys = { real: 'key of the real shop', practice: 'key of the practice shop' };
const keyOf = (shop: 'real' | 'practice') => keys[shop];

const shop = fc.constantFrom('real' as const, 'practice' as const);
const id = fc.integer({ min: 1, max: 999_999_999_999_999 });
const address: fc.Arbitrary<ToastAddress> = fc.oneof(
  fc.record({ shop, what: fc.constant('order' as const), orderId: id }),
  fc.record({ shop, what: fc.constant('chat' as const), conversationId: id }),
  fc.record({ shop, what: fc.constantFrom('board' as const, 'connection' as const) }),
);

describe('what a notification in the Action Center is about', () => {
  test('is read back as it was written, by click and by button, in what a tag may hold', () => {
    fc.assert(
      fc.property(address, (one) => {
        const tag = writeToastTag(one, keys[one.shop]);
        expect(tag).toMatch(/^[a-z0-9]{1,64}$/);
        expect(readActivation(`type=click&tag=${tag}`, keyOf)).toEqual({ address: one, accept: false });
        const pressed = one.what === 'order' ? { address: one, accept: true } : null;
        expect(readActivation(`type=action&action=0&tag=${tag}`, keyOf)).toEqual(pressed);
        expect(readActivation(`tag=${tag}&type=click`, keyOf)).toEqual({ address: one, accept: false });
      }),
    );
  });

  test('is another memory’s, so it opens nothing: the data folder is new, or the shop does not run', () => {
    fc.assert(
      fc.property(address, fc.string(), (one, other) => {
        fc.pre(other !== keys[one.shop]);
        const tag = writeToastTag(one, other);
        expect(readActivation(`type=click&tag=${tag}`, keyOf)).toBeNull();
        expect(readActivation(`type=click&tag=${writeToastTag(one, keys[one.shop])}`, () => null)).toBeNull();
      }),
    );
  });

  test('was changed on its way: nothing of it counts', () => {
    fc.assert(
      fc.property(address, fc.nat(), fc.constantFrom(...'0123456789abcdefrpocxsb'), (one, at, letter) => {
        const tag = writeToastTag(one, keys[one.shop]);
        const changed = tag.slice(0, at % tag.length) + letter + tag.slice((at % tag.length) + 1);
        fc.pre(changed !== tag);
        expect(readActivation(`type=click&tag=${changed}`, keyOf)).toBeNull();
      }),
    );
  });

  test('is somebody else’s: ignored', () => {
    const tag = writeToastTag({ shop: 'real', what: 'order', orderId: 7 }, keys.real);
    for (const given of [
      '',
      'type=click',
      'type=click&tag=',
      'type=click&tag=14317607570838471237',
      `type=reply&tag=${tag}`,
      tag,
      `tag=${tag}${'&a=b'.repeat(200)}`,
    ]) {
      expect(readActivation(given, keyOf), given).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (given) => readActivation(given, keyOf) === null));
    fc.assert(fc.property(fc.webQueryParameters(), (given) => readActivation(given, keyOf) === null));
  });

  test('is found among the arguments of a start', () => {
    expect(findActivation(['.', '--no-sandbox', 'type=click&tag=sb1'])).toBe('type=click&tag=sb1');
    expect(findActivation(['.', '--data', '/tmp/type=click', '-Embedding'])).toBeNull();
    expect(findActivation([])).toBeNull();
  });
});
