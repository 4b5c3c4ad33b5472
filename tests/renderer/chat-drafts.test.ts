import { describe, expect, it } from 'vitest';
import { addToDraft, adoptDraft, draftOf, keepDraft, markKept, takeAddition, withAddition } from '../../renderer/chats/chat-drafts.ts';

let ids = 0;
const newId = () => `id-${(ids += 1)}`;
const draft = (change: Partial<ReturnType<typeof draftOf>> = {}) => ({ text: 'a', requestId: 'old', saved: 'a', seen: 'a', ...change });

describe('a draft', () => {
  it('begins with what is kept', () => {
    expect(draftOf('real 1', 'half a text', newId)).toMatchObject({ text: 'half a text', saved: 'half a text', seen: 'half a text' });
  });

  it('takes over what another screen wrote, under a new name', () => {
    const adopted = adoptDraft(draft(), 'from the counter', newId);
    expect(adopted).toMatchObject({ text: 'from the counter', saved: 'from the counter', seen: 'from the counter' });
    expect(adopted.requestId).not.toBe('old');
  });

  it('keeps what was typed here and is not kept yet', () => {
    expect(adoptDraft(draft({ text: 'abc' }), 'from the counter', newId)).toMatchObject({ text: 'abc', requestId: 'old', seen: 'from the counter' });
  });

  it('is not turned back by an answer that is older than what was kept', () => {
    const typed = draft({ text: 'abc', saved: 'abc' });
    expect(adoptDraft(typed, 'a', newId)).toBe(typed);
    expect(adoptDraft(typed, 'abc', newId)).toMatchObject({ text: 'abc', requestId: 'old', seen: 'abc' });
  });

  it('is forgotten when another screen sent it', () => {
    expect(adoptDraft(draft(), '', newId)).toMatchObject({ text: '' });
  });

  it('stands where one comes back to its chat, and gives way to what was written elsewhere meanwhile', () => {
    keepDraft('real 2', draft({ text: 'abc' }));
    expect(draftOf('real 2', 'a', newId).text).toBe('abc');
    markKept('real 2', 'abc');
    expect(draftOf('real 2', 'abc', newId).text).toBe('abc');
    expect(draftOf('real 2', 'elsewhere', newId).text).toBe('elsewhere');
  });

  it('takes a text from elsewhere on the page once, below what was begun', () => {
    addToDraft('real 3', 'It was a mistake.');
    expect(takeAddition('real 4')).toBeNull();
    expect(takeAddition('real 3')).toBe('It was a mistake.');
    expect(takeAddition('real 3')).toBeNull();
    const added = withAddition(draft({ text: 'Dear Mia,' }), 'It was a mistake.', newId);
    expect(added).toMatchObject({ text: 'Dear Mia,\nIt was a mistake.', saved: 'a', seen: 'a' });
    expect(added.requestId).not.toBe('old');
    expect(withAddition(draft({ text: ' ' }), 'It was a mistake.', newId).text).toBe('It was a mistake.');
  });
});
