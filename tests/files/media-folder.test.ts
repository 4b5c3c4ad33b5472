import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMediaFolder } from '../../electron/files/media-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BYTES = Buffer.from('a loaf of bread, from above');
const HASH = createHash('sha256').update(BYTES).digest('hex');

async function keep(folder: ReturnType<typeof openMediaFolder>, name = 'one', bytes = BYTES) {
  const begun = await folder.begin(name);
  await begun.write(bytes, 0);
  return begun.keep();
}

describe('the folder of files', () => {
  test('keeps a file by its hash, for this user alone', async () => {
    const root = path.join(temporaryFolder(), 'media');
    const folder = openMediaFolder(root);
    const begun = await folder.begin('one');
    await begun.write(BYTES.subarray(10), 10);
    await begun.write(BYTES.subarray(0, 10), 0);
    const kept = await begun.keep();
    expect(kept).toMatchObject({ hash: HASH, size: BYTES.length });
    expect(folder.fileOf(HASH)).toBe(path.join(root, HASH.slice(0, 2), HASH));
    expect(readFileSync(folder.fileOf(HASH)).equals(BYTES)).toBe(true);
    expect(statSync(folder.fileOf(HASH)).mode & 0o777).toBe(0o600);
    expect(statSync(root).mode & 0o777).toBe(0o700);
    expect(readdirSync(path.join(root, 'unfinished'))).toEqual([]);
  });

  test('keeps the same content once, from two who bring it at once', async () => {
    const folder = openMediaFolder(temporaryFolder());
    const [first, second] = await Promise.all([keep(folder, 'one'), keep(folder, 'two')]);
    expect(first.hash).toBe(second.hash);
    expect(readdirSync(path.dirname(folder.fileOf(HASH)))).toEqual([HASH]);
    first.release();
    expect(await folder.sweep(() => false), 'the second still needs it').toBe(0);
    second.release();
    second.release();
    expect(await folder.sweep(() => false)).toBe(1);
  });

  test('leaves nothing under a name when a program ends between writing and naming', async () => {
    const root = temporaryFolder();
    const begun = await openMediaFolder(root).begin('one');
    await begun.write(BYTES, 0);
    // As after a crash: another program on the same folder, that knows nothing of the first one.
    const later = openMediaFolder(root);
    expect(existsSync(later.fileOf(HASH))).toBe(false);
    expect(await later.sweep(() => true)).toBe(1);
    expect(readdirSync(path.join(root, 'unfinished'))).toEqual([]);
  });

  test('drops what is not wanted any more', async () => {
    const root = temporaryFolder();
    const folder = openMediaFolder(root);
    const begun = await folder.begin('one');
    await begun.write(BYTES, 0);
    await begun.drop();
    await begun.drop();
    expect(readdirSync(path.join(root, 'unfinished'))).toEqual([]);
    const kept = await folder.begin('one');
    await kept.write(BYTES, 0);
    (await kept.keep()).release();
    await kept.drop();
    expect(existsSync(folder.fileOf(HASH)), 'what was kept is not dropped').toBe(true);
  });

  test('sweeps what no row names, with all that lies beside it, and nothing else', async () => {
    const root = temporaryFolder();
    const folder = openMediaFolder(root);
    const other = await keep(folder, 'two', Buffer.from('a cake'));
    other.release();
    (await keep(folder)).release();
    writeFileSync(`${folder.fileOf(HASH)}.small`, 'small');
    writeFileSync(path.join(root, 'not-ours.txt'), 'a person put it there');
    mkdirSync(path.join(root, 'zz'));
    writeFileSync(path.join(path.dirname(folder.fileOf(HASH)), 'notes'), 'neither');
    const writing = await folder.begin('three');
    expect(await folder.sweep((hash) => hash === other.hash)).toBe(2);
    expect(existsSync(folder.fileOf(HASH))).toBe(false);
    expect(existsSync(`${folder.fileOf(HASH)}.small`)).toBe(false);
    expect(existsSync(folder.fileOf(other.hash))).toBe(true);
    expect(existsSync(writing.file), 'it is being written').toBe(true);
    expect(existsSync(path.join(root, 'not-ours.txt'))).toBe(true);
    expect(existsSync(path.join(path.dirname(folder.fileOf(HASH)), 'notes'))).toBe(true);
    await writing.drop();
  });

  test('sweeps a folder that is not there', async () => {
    expect(await openMediaFolder(path.join(temporaryFolder(), 'media')).sweep(() => false)).toBe(0);
  });
});
