import { describe, expect, it } from 'vitest';
import { addToDraft, adoptDraft, dropAddition, keepDraft, markKept, openDraft, returned, returnToChat } from '../../renderer/chats/chat-drafts.ts';

let ids = 0;
const newId = () => `id-${(ids += 1)}`;
const draft = (change: Partial<ReturnType<typeof openDraft>> = {}) => ({ text: 'a', requestId: 'old', saved: 'a', seen: 'a', returned: 0, ...change });

describe('a draft', () => {
  it('begins with what is kept', () => {
    expect(openDraft('real 1', 'half a text', newId)).toMatchObject({ text: 'half a text', saved: 'half a text', seen: 'half a text' });
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
    expect(openDraft('real 2', 'a', newId).text).toBe('abc');
    markKept('real 2', 'abc');
    expect(openDraft('real 2', 'abc', newId).text).toBe('abc');
    expect(openDraft('real 2', 'elsewhere', newId).text).toBe('elsewhere');
  });

  it('takes a text from elsewhere on the page once, below what was begun', () => {
    keepDraft('real 3', draft({ text: 'Dear Mia,' }));
    addToDraft('real 3', 'It was a mistake.');
    expect(openDraft('real 4', '', newId).text).toBe('');
    const opened = openDraft('real 3', 'a', newId);
    expect(opened).toMatchObject({ text: 'Dear Mia,\nIt was a mistake.', saved: 'a', seen: 'a' });
    expect(opened.requestId).not.toBe('old');
    dropAddition('real 3');
    expect(openDraft('real 3', 'a', newId).text).toBe('Dear Mia,');
  });

  it('is nothing but a text from elsewhere where only blanks were begun, and follows what another screen began', () => {
    addToDraft('real 5', 'It was a mistake.');
    expect(openDraft('real 5', ' ', newId).text).toBe('It was a mistake.');
    expect(openDraft('real 5', 'Dear Mia,', newId)).toMatchObject({ text: 'Dear Mia,\nIt was a mistake.', saved: 'Dear Mia,' });
  });

  describe('that comes back unsent', () => {
    const sent = (text: string) => ({ text, requestId: `name of ${text}`, quoteMessageId: null });

    it('keeps its name where nothing was written since, so that a repeat sends nothing twice', () => {
      expect(returned(draft({ text: '' }), sent('first'), newId)).toMatchObject({ text: 'first', requestId: 'name of first' });
    });

    it('stands before what was written since, and after what came back before it', () => {
      const one = returned(draft({ text: 'third' }), sent('first'), newId);
      const two = returned(one, sent('second'), newId);
      expect(two.text).toBe('first\nsecond\nthird');
      expect(two.requestId).not.toBe('name of second');
      const alone = returned(returned(draft({ text: '' }), sent('first'), newId), sent('second'), newId);
      expect(alone.text).toBe('first\nsecond');
    });

    it('is there when its chat is opened again', () => {
      keepDraft('real 4', draft({ text: '' }));
      returnToChat('real 4', sent('first'), newId);
      expect(openDraft('real 4', '', newId)).toMatchObject({ text: 'first', requestId: 'name of first' });
    });
  });
});
