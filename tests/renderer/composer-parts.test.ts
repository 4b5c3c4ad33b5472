import { describe, expect, it } from 'vitest';
import { pastedFiles } from '../../renderer/chats/attach/pasted-files.ts';
import { COMPOSER_DEEDS, DEED_LETTERS, deedOf } from '../../renderer/chats/compose/composer-keys.ts';
import { fieldSuggestions } from '../../renderer/chats/templates/field-suggestions.ts';
import { timerWords } from '../../renderer/chats/voice/timer-words.ts';
import { closesSoon } from '../../renderer/chats/window-alarm.ts';

const MINUTE = 60_000;

describe('the clock of the window', () => {
  it('warns while somebody waits and the end is near', () => {
    expect(closesSoon(120 * MINUTE, 0, true, 120)).toBe(true);
    expect(closesSoon(121 * MINUTE, 0, true, 120)).toBe(false);
    expect(closesSoon(MINUTE, 0, false, 120)).toBe(false);
    expect(closesSoon(MINUTE, 0, true, 0)).toBe(false);
  });
});

describe('the keys of the composer', () => {
  const press = { ctrlKey: true, metaKey: false, shiftKey: true, altKey: false, key: 'a', repeat: false };

  it('each do one thing', () => {
    expect(new Set(COMPOSER_DEEDS.map((deed) => DEED_LETTERS[deed])).size).toBe(COMPOSER_DEEDS.length);
    expect(COMPOSER_DEEDS.map((deed) => deedOf({ ...press, key: DEED_LETTERS[deed] }))).toEqual([...COMPOSER_DEEDS]);
    expect(deedOf({ ...press, ctrlKey: false, metaKey: true })).toBe('attach');
  });

  it('are nothing without Ctrl and Shift, or held down', () => {
    for (const change of [{ ctrlKey: false }, { shiftKey: false }, { altKey: true }, { repeat: true }, { key: 'z' }])
      expect(deedOf({ ...press, ...change })).toBeNull();
  });
});

describe('what a field of a template is likely to hold', () => {
  const customer = { id: 1, name: 'Anna Example', phone: '+4915550100', username: null };
  const order = (number: number, unclear = 0) => ({
    content: { kind: 'order' as const, orderId: number, number, totals: [{ minor: 1240n, currency: 'EUR' }], unclear, pieces: 1n },
  });
  const given = { conversation: { customer }, messages: [order(3), order(4)], shop: 'Corner Bakery', money: () => '€12.40' };

  it('is the customer, the newest order and the shop', () => {
    expect(fieldSuggestions(given).map(({ text }) => text)).toEqual(['Anna Example', '4', '€12.40', 'Corner Bakery']);
  });

  it('leaves out what is not known', () => {
    expect(fieldSuggestions({ ...given, conversation: { customer: { ...customer, name: customer.phone } }, messages: [], shop: '' })).toEqual([]);
    expect(fieldSuggestions({ ...given, messages: [order(5, 1)] }).map(({ what }) => what)).toEqual(['name', 'number', 'shop']);
  });
});

describe('a paste', () => {
  it('brings files, unless a text lies beside them', () => {
    const files = [new File(['x'], 'a.png')];
    expect(pastedFiles({ files, getData: () => '' })).toEqual(files);
    expect(pastedFiles({ files, getData: () => 'copied from a text' })).toEqual([]);
  });
});

describe('a timer', () => {
  it('counts minutes and seconds', () => {
    expect([0, 7_999, 60_000, 754_000, -5].map(timerWords)).toEqual(['0:00', '0:07', '1:00', '12:34', '0:00']);
  });
});
