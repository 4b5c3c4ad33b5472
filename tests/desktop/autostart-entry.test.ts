import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEntryOn, writeDesktopEntry } from '../../electron/shell/desktop-entry.ts';
import { autostartFile, createEntryFile } from '../../electron/shell/entry-file.ts';
import { keepAutostart } from '../../electron/shell/keep-autostart.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Reads Exec as the specification tells desktops to: the string's escapes first, then the quotes, then field codes. */
function readExec(entry: string): string[] {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  const codes: Record<string, string> = { n: '\n', t: '\t', r: '\r', s: ' ' };
  const unescaped = value.replaceAll(/\\(.)/g, (_all, letter: string) => codes[letter] ?? letter);
  return [...unescaped.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, inner = '']) => inner.replaceAll(/\\(["`$\\])/g, '$1').replaceAll('%%', '%'));
}

test('an entry starts exactly that program with exactly those arguments, whatever letters they have', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('"', '\\', '$', '`', '%', ' ', ';', '=', '\n', 'é', '日'), fc.string({ minLength: 1, maxLength: 1 })),
  });
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (program, args) => {
      const entry = writeDesktopEntry({ program: `/${program}`, args });
      expect(readExec(entry)).toEqual([`/${program}`, ...args]);
      expect(entry.split('\n').length).toBe(7);
      expect(isEntryOn(entry)).toBe(true);
    }),
  );
  expect(writeDesktopEntry({ program: '/opt/My Shop/shopbell', args: ['--hidden'] })).toContain('Exec="/opt/My Shop/shopbell" "--hidden"\n');
});

test('lies where desktops look', () => {
  expect(autostartFile({ XDG_CONFIG_HOME: '/etc/me' }, '/home/me', '')).toBe('/etc/me/autostart/shopbell.desktop');
  expect(autostartFile({}, '/home/me', '-12')).toBe('/home/me/.config/autostart/shopbell-12.desktop');
  expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/me', '')).toBe('/home/me/.config/autostart/shopbell.desktop');
});

function begin(wanted = false) {
  const file = path.join(temporaryFolder(), 'config/autostart/shopbell.desktop');
  const set = { wanted };
  const open = (program = '/opt/shopbell') =>
    keepAutostart({ item: createEntryFile(file, { program, args: ['--hidden'] }), wanted: () => set.wanted, log: () => undefined });
  return { file, set, open };
}

test('comes and goes with the setting', () => {
  const { file, set, open } = begin();
  const autostart = open();
  expect(autostart.view()).toEqual({ wanted: false, state: 'off', details: null });
  set.wanted = true;
  autostart.follow();
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/shopbell" "--hidden"');
  expect(autostart.view()).toEqual({ wanted: true, state: 'on', details: null });
  set.wanted = false;
  autostart.follow();
  expect(autostart.view()).toEqual({ wanted: false, state: 'off', details: null });
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('what the system switched off by "%s" stays off until somebody asks for it', (line) => {
  const { file, set, open } = begin();
  const autostart = open();
  set.wanted = true;
  autostart.follow();
  writeFileSync(file, `${readFileSync(file, 'utf8')}${line}\n`);
  expect(autostart.view().state).toBe('off');
  autostart.follow();
  expect(open().view()).toEqual({ wanted: true, state: 'off', details: null });
  autostart.write();
  expect(autostart.view().state).toBe('on');
  expect(readFileSync(file, 'utf8')).not.toContain(line);
});

test('a program that was moved is found at its new place after its next start', () => {
  const { file, set, open } = begin();
  set.wanted = true;
  open().write();
  expect(open('/mnt/new/shopbell').view().state).toBe('on');
  expect(readFileSync(file, 'utf8')).toContain('Exec="/mnt/new/shopbell"');
});

test('a failure is said, and gone with the next attempt that works', () => {
  const { file, set, open } = begin();
  const autostart = open();
  mkdirSync(path.dirname(path.dirname(file)), { recursive: true });
  // A file stands where the folder should be.
  writeFileSync(path.dirname(file), '');
  set.wanted = true;
  autostart.follow();
  expect(autostart.view()).toEqual({ wanted: true, state: 'failed', details: expect.stringMatching(/^E[A-Z]+$/) as string });
  rmSync(path.dirname(file));
  autostart.write();
  expect(autostart.view()).toEqual({ wanted: true, state: 'on', details: null });
});
