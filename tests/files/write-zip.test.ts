import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeZip } from '../../electron/files/write-zip.ts';
import { readZip } from '../support/read-zip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = Date.UTC(2026, 10, 23, 9, 30, 58);

function openTarget() {
  let bytes = Buffer.alloc(1 << 16);
  return {
    write: (part: Uint8Array, at: number) => {
      if (at + part.length > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length + part.length)]);
      bytes.set(part, at);
      return Promise.resolve();
    },
    upTo: (size: number) => bytes.subarray(0, size),
  };
}

test('what was put in comes out, in parts and with names in any script', async () => {
  const target = openTarget();
  const zip = writeZip(target, AT);
  await zip.add('empty.txt', []);
  await zip.add('files/größe 🍞.txt', [Buffer.from('Bröt'), Buffer.from('chen')]);
  const whole = target.upTo(await zip.finish());
  expect([...readZip(whole)].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['empty.txt', ''],
    ['files/größe 🍞.txt', 'Brötchen'],
  ]);
  // Somebody else's program, where the machine has one.
  const file = path.join(temporaryFolder(), 'a.zip');
  writeFileSync(file, whole);
  const python = spawnSync('python3', ['-c', 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.infolist()[1].date_time)', file], {
    encoding: 'utf8',
  });
  if (python.status !== null) expect(python.stdout.trim()).toBe('None (2026, 11, 23, 9, 30, 58)');
});

test('more entries than the old format counts', async () => {
  const target = openTarget();
  const zip = writeZip(target, AT);
  for (let index = 0; index < 65_600; index += 1) await zip.add(`${index}`, []);
  expect(readZip(target.upTo(await zip.finish())).size).toBe(65_600);
});

test.each(['', '/etc/passwd', '../a', 'a/../b', 'a//b', './a', 'C:a', 'a\\b', 'a\0b'])('a name that leaves the folder is refused: %j', async (name) => {
  await expect(writeZip(openTarget(), AT).add(name, [])).rejects.toThrow(RangeError);
});
