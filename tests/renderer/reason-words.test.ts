import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reasonOfCode } from '../../electron/wire/reason-of-code.ts';
import { reasonWords } from '../../shared/wording/reason-words.ts';
import { REASONS } from '../../shared/domain/reason.ts';
import { META_CODES } from '../fixtures/meta-codes.ts';

/** German by English, as the catalogue has it. */
const po = readFileSync(path.join(import.meta.dirname, '../../shared/words/de.po'), 'utf8');
const text = (lines: string) => [...lines.matchAll(/^"(.*)"$/gm)].map(([, part = '']) => part).join('');
const german = new Map(
  [...po.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)].map(([, id = '', translated = '']) => [
    JSON.parse(`"${text(id)}"`) as string,
    text(translated),
  ]),
);

test.each(META_CODES)('code %i (%s) has a reason of its own', (code) => {
  expect(reasonOfCode(code)).not.toBe('unknown-code');
});

test('a code that nobody knows says so, and shows what Meta says', () => {
  expect([reasonOfCode(999_999), reasonOfCode(null), reasonOfCode(199), reasonOfCode(300)]).toEqual(Array.from({ length: 4 }, () => 'unknown-code'));
});

test.each(REASONS)('%s says what is the matter and what to do, in English and German', (reason) => {
  const { title, todo } = reasonWords(reason);
  for (const { message = '' } of [title, todo]) {
    expect(message).not.toBe('');
    expect(german.get(message), message).toMatch(/\p{L}/u);
  }
});
