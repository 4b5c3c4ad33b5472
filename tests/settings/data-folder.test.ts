import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeDataFolder, resolveDataFolder } from '../../electron/settings/data-folder.ts';
import { lockDataFolder } from '../../electron/settings/data-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the data folder', () => {
  it.each([
    [{ platform: 'linux', environment: {}, home: '/home/a' }, '/home/a/.local/share/Shopbell'],
    [{ platform: 'linux', environment: { XDG_DATA_HOME: '/data' }, home: '/home/a' }, '/data/Shopbell'],
    [{ platform: 'linux', environment: { XDG_DATA_HOME: 'data' }, home: '/home/a' }, '/home/a/.local/share/Shopbell'],
    [{ platform: 'darwin', environment: {}, home: '/Users/a' }, '/Users/a/Library/Application Support/Shopbell'],
    [{ platform: 'win32', environment: { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, home: 'C:\\Users\\a' }, 'C:\\Users\\a\\AppData\\Roaming\\Shopbell'],
    [{ platform: 'win32', environment: {}, home: 'C:\\Users\\a' }, 'C:\\Users\\a\\AppData\\Roaming\\Shopbell'],
    [{ platform: 'linux', environment: { SHOPBELL_DATA: '/srv/shop' }, home: '/home/a' }, '/srv/shop'],
    [{ platform: 'linux', environment: { SHOPBELL_DATA: '/srv/shop' }, home: '/home/a', flag: '/srv/flag' }, '/srv/flag'],
    [{ platform: 'linux', environment: { SHOPBELL_DATA: '' }, home: '/home/a', flag: '' }, '/home/a/.local/share/Shopbell'],
  ] as const)('of %j is %s', (options, folder) => {
    expect(resolveDataFolder({ flag: undefined, ...options })).toBe(folder);
  });

  it('is made for this user only', () => {
    const folder = path.join(temporaryFolder(), 'a', 'Shopbell');
    makeDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is refused in words when it cannot be made', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeDataFolder(path.join(file, 'Shopbell'))).toThrow(/^The data folder .* cannot be used/);
  });
});

describe('the lock of the data folder', () => {
  it('is held once, released, and held again', () => {
    const folder = temporaryFolder();
    const first = lockDataFolder(folder);
    expect(first.ok).toBe(true);
    expect(lockDataFolder(folder).ok).toBe(false);
    if (first.ok) first.release();
    const second = lockDataFolder(folder);
    expect(second.ok).toBe(true);
    if (second.ok) second.release();
  });

  it('is released by the system when its process is killed', async () => {
    const folder = temporaryFolder();
    const holder = spawn(process.execPath, [path.join(import.meta.dirname, '../support/hold-data-lock.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void holder.kill('SIGKILL'));
    const [said] = await once(holder.stdout, 'data');
    expect(String(said).trim()).toBe('held');
    expect(lockDataFolder(folder).ok).toBe(false);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const taken = lockDataFolder(folder);
    expect(taken.ok).toBe(true);
    if (taken.ok) taken.release();
  });

  it('is refused in words where it cannot be written', () => {
    expect(() => lockDataFolder(path.join(temporaryFolder(), 'missing'))).toThrow(/^The data folder .* cannot be used/);
  });
});
