import { expect, test } from 'vitest';
import { isOff, reasonOfFailure } from '../../electron/shell/printer-state.ts';

const printer = { name: 'Bon', displayName: 'Bon printer' };

test('a printer that the system calls off is off; one it says nothing of is tried', () => {
  expect(isOff({ ...printer, options: { 'printer-state': '3', 'printer-state-reasons': 'none' } }, 'linux')).toBe(false);
  expect(isOff({ ...printer, options: { 'printer-state': '3', 'printer-state-reasons': 'media-low-warning,offline-report' } }, 'linux')).toBe(true);
  expect(isOff({ ...printer, options: { 'printer-state': '5', 'printer-state-reasons': 'paused' } }, 'linux')).toBe(true);
  expect(isOff({ ...printer, status: 0x80 }, 'win32')).toBe(true);
  expect(isOff({ ...printer, status: 0x400 }, 'win32')).toBe(false);
  // CUPS counts 3 idle, 4 printing, 5 stopped in the same place.
  expect(isOff({ ...printer, status: 0x80 }, 'linux')).toBe(false);
  expect(isOff(printer, 'win32')).toBe(false);
});

test('what Electron refuses with is told apart: no such printer, or one that would not', () => {
  expect(reasonOfFailure('Invalid deviceName provided')).toBe('printer-missing');
  expect(reasonOfFailure('Failed to enumerate printers')).toBe('printer-missing');
  expect(reasonOfFailure('No printers available on the network')).toBe('printer-missing');
  expect(reasonOfFailure('Print job failed')).toBe('printer-refused');
});
