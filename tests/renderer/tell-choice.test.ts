import { describe, expect, it } from 'vitest';
import { newestTell } from '../../renderer/orders/newest-tell.ts';
import { tellInput, UNTOUCHED, willTell } from '../../renderer/orders/tell-choice.ts';
import type { Preview } from '../../renderer/orders/tell-choice.ts';
import type { OrderTellView } from '../../shared/contract/orders.ts';

const preview: Preview = { how: 'text', on: true, text: 'Ready.', language: 'en', reason: null, alreadyTold: false };

describe('what is chosen about telling the customer', () => {
  it('leaves it to the settings while nothing was touched', () => {
    expect(tellInput(UNTOUCHED)).toEqual({});
    expect(willTell(preview, UNTOUCHED)).toBe(true);
    expect(willTell({ ...preview, on: false }, UNTOUCHED)).toBe(false);
  });

  it('sends an edited text, also where the step is silent by the settings', () => {
    const edited = { on: true, text: ' Ready, and still warm. ' };
    expect(tellInput(edited)).toEqual({ tell: 'Ready, and still warm.' });
    expect(willTell({ ...preview, on: false }, edited)).toBe(true);
  });

  it('is silent where it was switched off, and where the text was emptied', () => {
    expect(tellInput({ on: false, text: 'Ready.' })).toEqual({ tell: false });
    expect(tellInput({ on: true, text: '  ' })).toEqual({ tell: false });
    expect(willTell(preview, { on: false, text: null })).toBe(false);
  });

  it('tells nobody what cannot be told, whatever was chosen', () => {
    expect(willTell({ ...preview, how: null, reason: 'window-closed' }, { on: true, text: 'x' })).toBe(false);
    expect(willTell({ ...preview, alreadyTold: true }, { on: true, text: 'x' })).toBe(false);
  });
});

describe('the mark of what was told', () => {
  const tell = (at: number, more: Partial<OrderTellView>): OrderTellView => ({
    step: 'accepted',
    at,
    messageId: at,
    status: 'read',
    state: 'told',
    takeBackUntil: null,
    reason: null,
    ...more,
  });

  it('is of the newest tell; silence by choice is none, silence against the will is one', () => {
    const told = tell(1, {});
    expect(newestTell([])).toBe(null);
    expect(newestTell([told, tell(2, { state: 'not-told', messageId: null, status: null })])).toBe(told);
    const failed = tell(2, { state: 'not-told', reason: 'window-closed' });
    expect(newestTell([failed, told])).toBe(failed);
  });
});
