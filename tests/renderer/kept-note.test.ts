import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptNote, mergeNote } from '../../renderer/customers/kept-note.ts';

const words = fc.array(fc.constantFrom('nuts', 'cash', 'rings', 'twice'), { maxLength: 4 }).map((all) => all.join(' '));

describe('a note that two write at once', () => {
  it('holds what each of them added', () => {
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const both = mergeNote({ base, mine: base + mine, theirs: base + theirs });
        expect(both).toContain(mine.trim());
        expect(both).toContain(theirs.trim());
      }),
    );
  });

  it('is the one text where only one of them wrote', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, changed) => {
        expect(mergeNote({ base, mine: base, theirs: base })).toBe(base);
        expect(mergeNote({ base, mine: changed, theirs: base })).toBe(changed);
        expect(mergeNote({ base, mine: base, theirs: changed })).toBe(changed);
        expect(mergeNote({ base: changed, mine: changed, theirs: '' })).toBe('');
      }),
    );
  });

  it('is taken over where nothing was written here, and not turned back by an older answer', () => {
    const note = { text: 'a', saved: 'a', seen: 'a' };
    expect(adoptNote(note, 'b')).toEqual({ text: 'b', saved: 'b', seen: 'b' });
    const typed = { text: 'a and more', saved: 'a and', seen: 'a' };
    expect(adoptNote(typed, 'a')).toBe(typed);
    expect(adoptNote(typed, 'a and').text).toBe('a and more');
    expect(adoptNote(typed, 'a or so').text).toBe('a or so more');
  });
});
