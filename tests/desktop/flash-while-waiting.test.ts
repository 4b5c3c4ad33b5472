import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flashWhileWaiting } from '../../electron/shell/flash-while-waiting.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What flashing needs of a window; a real one cannot be asked whether its entry flashes. */
function open() {
  let focused = false;
  const asked: boolean[] = [];
  const events = new EventEmitter();
  const window = Object.assign(events, { isDestroyed: () => false, isFocused: () => focused, flashFrame: (on: boolean) => void asked.push(on) });
  const focus = (on: boolean) => {
    focused = on;
    events.emit(on ? 'focus' : 'blur');
  };
  return { ...flashWhileWaiting(window as unknown as BrowserWindow), asked, focus };
}

test('the entry in the task bar flashes on for as long as an order waits', () => {
  const { update, asked } = open();
  update(1);
  vi.advanceTimersByTime(35_000);
  expect(asked).toEqual([true, true, true, true]);
  update(0);
  vi.advanceTimersByTime(60_000);
  expect(asked).toEqual([true, true, true, true, false]);
});

test('it stands still while the window has the focus, and begins again when it loses it', () => {
  const { update, asked, focus } = open();
  update(2);
  focus(true);
  vi.advanceTimersByTime(60_000);
  expect(asked).toEqual([true, false]);
  focus(false);
  vi.advanceTimersByTime(10_000);
  expect(asked).toEqual([true, false, true, true]);
});
