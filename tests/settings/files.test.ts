import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import { createFileSettings } from '../../electron/settings/file-settings.ts';
import { createSecretFile } from '../../electron/settings/secret-file.ts';
import { settingsSchema } from '../../shared/contract/settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('settings.json', () => {
  it('has defaults that the contract allows', () => {
    expect(settingsSchema.parse(defaultSettings())).toEqual(defaultSettings());
  });

  it.each([
    ['cut off', '{"shopName": "Corn'],
    ['with a value that is not allowed', '{"textSize": 101}'],
    ['with a value of another type', '{"shopName": 7}'],
  ])('is moved aside and told when it is %s', (_what, text) => {
    const dataFolder = temporaryFolder();
    const log: string[] = [];
    writeFileSync(path.join(dataFolder, 'settings.json'), text);
    const store = createFileSettings({ dataFolder, log: (line) => log.push(line) });
    expect(store.read()).toEqual(defaultSettings());
    expect(readFileSync(path.join(dataFolder, 'settings.json.broken-1'), 'utf8')).toBe(text);
    expect(log).toHaveLength(1);
    store.write({ shopName: 'Corner' });
    expect(createFileSettings({ dataFolder, log: (line) => log.push(line) }).read().shopName).toBe('Corner');
    expect(log).toHaveLength(1);
  });

  it('keeps what a newer version has written beside it', () => {
    const dataFolder = temporaryFolder();
    const file = path.join(dataFolder, 'settings.json');
    writeFileSync(file, '{"shopName": "Corner", "fromTheFuture": [1]}');
    createFileSettings({ dataFolder, log: (line) => expect.fail(line) }).write({ bellVolume: 5 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ shopName: 'Corner', fromTheFuture: [1], bellVolume: 5 });
  });
});

describe('the file of secrets', () => {
  it('is readable by this user only, and the warning comes once', async () => {
    const file = path.join(temporaryFolder(), 'secrets.json');
    const log: string[] = [];
    const secrets = createSecretFile(file, (line) => log.push(line));
    expect(existsSync(file)).toBe(false);
    await secrets.set('appSecret', 'a');
    await secrets.set('verifyToken', 'b');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['secrets.json']);
    expect(log).toEqual([expect.stringContaining('Warning')]);
    expect(createSecretFile(file, () => undefined).get('verifyToken')).toBe('b');
  });

  it('gets its rights narrowed when others could read it', () => {
    const file = path.join(temporaryFolder(), 'secrets.json');
    writeFileSync(file, '{"appSecret": "a"}');
    chmodSync(file, 0o644);
    const log: string[] = [];
    expect(createSecretFile(file, (line) => log.push(line)).get('appSecret')).toBe('a');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(log[0]).toContain('other users');
  });

  it('is moved aside when it cannot be read, and nothing of it is logged', () => {
    const file = path.join(temporaryFolder(), 'secrets.json');
    writeFileSync(file, '{"appSecret": "hush');
    const log: string[] = [];
    expect(createSecretFile(file, (line) => log.push(line)).get('appSecret')).toBeNull();
    expect(existsSync(`${file}.broken-1`)).toBe(true);
    expect(log.join()).not.toContain('hush');
  });
});
