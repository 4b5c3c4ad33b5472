import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMasker } from '../../shared/domain/mask-personal.ts';

const SECRET = 'EAAJ-very-secret/token=1';
const masker = () => createMasker({ secrets: () => [SECRET, 'abc'], hidden: [{ text: '/home/sheena', as: '~' }] });

const number = fc.stringMatching(/^[1-9]\d{7,14}$/);
const word = fc.stringMatching(/^[A-Z][a-zäöü]{4,9}x$/);
const person = fc.record({
  name: fc.tuple(word, word).map((words) => words.join(' ')),
  phone: number,
  text: fc.tuple(word, word, word).map((words) => words.join(' ')),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

/** Keys of Meta's, keys of machine words, and keys that nobody knows. */
const key = fc.oneof(
  fc.constantFrom('from', 'to', 'wa_id', 'name', 'profile', 'body', 'text', 'caption', 'filename', 'username', 'recipient_id', 'contacts', 'url', 'vcard'),
  fc.constantFrom('type', 'status', 'kind', 'value', 'code', 'currency', 'quantity', 'timestamp', 'reason', 'id', 'title', 'phones', 'data', 'location'),
  fc.stringMatching(/^[a-z_]{1,12}$/),
);
const payload = (planted: Person) => {
  const said = fc.constantFrom(
    planted.name,
    planted.text,
    `${planted.name} said ${planted.phone}`,
    `+${planted.phone}`,
    planted.phone,
    SECRET,
    `x ${SECRET} y`,
  );
  const leaf = fc.oneof(said, fc.constant(Number(planted.phone)), fc.boolean(), fc.constant(null), fc.constantFrom('text', 'order', 'sent'));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    ),
  }));
  return tree;
};
const withPayload = person.chain((planted) => payload(planted).map((body) => ({ planted, body })));

const isTime = (text: string) => /^\d{10}(\d{3})?$/.test(text);
function survivors(shown: string, planted: Person): string[] {
  return [planted.name, planted.text, SECRET, ...planted.name.split(' '), ...planted.text.split(' ')].filter((each) => shown.includes(each));
}

describe('a body', () => {
  test('whatever it holds, wherever it stands, nobody’s number, name, words and no secret is left', () => {
    fc.assert(
      fc.property(withPayload, ({ planted, body }) => {
        const shown = JSON.stringify(masker().body(body));
        expect(survivors(shown, planted)).toEqual([]);
        if (!isTime(planted.phone)) expect(shown.match(/\d{7,}/g)).toBeNull();
        expect(createMasker().json(JSON.stringify(body))).not.toContain(planted.name);
      }),
      { numRuns: 400 },
    );
  });

  test('of every kind of webhook nothing personal is left, and what a helper needs is', () => {
    const files = globSync(path.join(import.meta.dirname, '../fixtures/webhooks/*.json'));
    expect(files.length).toBeGreaterThan(60);
    for (const file of files) {
      const given = readFileSync(file, 'utf8');
      const shown = createMasker().json(given);
      const outsideTimes = shown.replaceAll(/"(timestamp|expiration_timestamp|created_timestamp|updated_timestamp|time)": "?\d+"?/g, '');
      expect(outsideTimes.match(/\d{7,}/g), file).toBeNull();
      for (const [, said = ''] of given.matchAll(/"(?:body|caption|filename|formatted_name|username|address|vcard|email|payload|name)"\s*:\s*"([^"]{4,})"/g)) {
        expect(shown, `${file}: ${said}`).not.toContain(JSON.stringify(said));
      }
      for (const [id] of given.matchAll(/wamid\.[\w+/=-]+/g)) expect(shown, file).not.toContain(id);
      for (const [, type = ''] of given.matchAll(/"type"\s*:\s*"(text|order|image|location|system|reaction)"/g)) expect(shown).toContain(`"type": "${type}"`);
    }
  });

  test('a story can be followed: the same person is the same placeholder, however the number is written', () => {
    const story = masker();
    const first = story.body({ from: '16505550111', id: 'wamid.HBgLMTY1MDU1NTAxMTEVAgASGA', text: { body: 'Rye?' } });
    const then = story.body({ contacts: [{ wa_id: '16505550111', profile: { name: 'Sheena Nelson' } }], context: { id: 'wamid.HBgLMTY1MDU1NTAxMTEVAgASGA' } });
    expect(first).toEqual({ from: '[number 1]', id: '[message 1]', text: { body: '[text 1]' } });
    expect(then).toEqual({ contacts: [{ wa_id: '[number 1]', profile: { name: '[name 1]' } }], context: { id: '[message 1]' } });
    expect(story.line('sent to +1 650-555-0111, and to 16505550122')).toBe('sent to [number 1], and to [number 2]');
    expect(story.body({ text: { body: 'Rye?' }, other: 'US.13491208655302741918' })).toEqual({ text: { body: '[text 1]' }, other: '[user 1]' });
  });

  test('codes, times, amounts and the words of machines stay; a secret by its name goes', () => {
    const body = {
      object: 'whatsapp_business_account',
      errors: [{ code: 131026, title: 'Message undeliverable', error_data: { details: 'The number 16505550111 is "no good, Sheena"' } }],
      order: { product_items: [{ product_retailer_id: 'rye-1', quantity: 2, item_price: 7.5, currency: 'EUR' }] },
      timestamp: '1749416383',
      mime_type: 'audio/ogg; codecs=opus',
      access_token: 'shortish',
    };
    expect(masker().body(body)).toEqual({
      ...body,
      errors: [{ code: 131026, title: 'Message undeliverable', error_data: { details: 'The number [number 1] is "[text 1]"' } }],
      access_token: '…',
    });
  });

  test('what is no JSON, or nested absurdly deep, gives nothing away', () => {
    expect(masker().json('name=Sheena&from=16505550111')).toBe('[28 characters that are no JSON]');
    expect(masker().json(`${'['.repeat(5000)}"Sheena"${']'.repeat(5000)}`)).not.toContain('Sheena');
  });
});

describe('a line', () => {
  const joint = fc.constantFrom('', ' ', '-', '.', ' - ', '/', ') ', '\u2011');
  const spelled = fc.tuple(fc.constantFrom('', '+', '(', '00'), number, fc.array(joint, { minLength: 4, maxLength: 4 })).map(([lead, digits, joints]) => {
    const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
    return { digits, text: lead + parts.map((part, index) => part + (index < 3 ? joints[index] : '')).join('') };
  });

  test('no number of seven digits and more survives, however it is spelled, and no secret', () => {
    fc.assert(
      fc.property(fc.lorem(), spelled, fc.lorem(), (before, { text }, after) => {
        const shown = masker().line(`${before}: ${text}; ${after} token=${SECRET} ${encodeURIComponent(SECRET)} sheena@example.com`);
        expect(shown.replaceAll(/\D/g, '').length).toBeLessThan(7);
        expect(shown).not.toContain(SECRET);
        expect(shown).not.toContain('sheena@');
      }),
    );
  });

  test('what tells nobody stays', () => {
    for (const line of [
      'send of message 12: code 131047 > wait',
      'webhook at 127.0.0.1:8787 since 2026-11-25T13:59:52.123Z',
      'the disk takes webhooks again',
      'practice: A webhook was refused with 401',
    ])
      expect(masker().line(line)).toBe(line);
  });

  test('tokens, secret paths, ids and the home folder go', () => {
    const line = masker().line(
      `GET /debug_token?input_token=short&fields=id Bearer abc.def /onprem/letmein wamid.HBgLMTY1MDU1NTAxMTEVAg /home/sheena/x https://u:p@h/ ${'a1'.repeat(25)}`,
    );
    expect(line).toBe('GET /debug_token?input_token=…&fields=id Bearer … /onprem/… [message 1] ~/x https://…@h/ [token 1]');
  });

  test('memory has an end', () => {
    const short = createMasker({ remembers: 2 });
    const lines = ['16505550111', '16505550122', '16505550133', '16505550133'].map(short.line);
    expect(lines).toEqual(['[number 1]', '[number 2]', '[number 1]', '[number 1]']);
  });
});
