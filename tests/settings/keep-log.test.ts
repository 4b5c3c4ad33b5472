import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keepLog, readLogs } from '../../electron/settings/keep-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AT = Date.UTC(2026, 10, 25, 13, 59, 52);
const given = (dataFolder: string, limit?: number) => ({
  dataFolder,
  home: '/home/sheena',
  secrets: () => ['s3cret-token'],
  now: () => AT,
  ...(limit ? { limit } : {}),
});
const logs = (folder: string) => readdirSync(path.join(folder, 'logs')).toSorted();

test('a line is kept with its time, without secrets, numbers and the user’s name, readable by this user only', () => {
  const dataFolder = temporaryFolder();
  keepLog(given(dataFolder))('refused s3cret-token of +1 650 555 0111\nin /home/sheena/x');
  expect(readLogs(dataFolder)).toEqual([{ name: 'shopbell.log', text: '2026-11-25T13:59:52.000Z refused … of [number 1]\n    in ~/x\n' }]);
  if (process.platform !== 'win32') expect(statSync(path.join(dataFolder, 'logs/shopbell.log')).mode & 0o777).toBe(0o600);
});

test('five files of a size at most, the oldest goes; a restart goes on where it was', () => {
  const dataFolder = temporaryFolder();
  for (let line = 0; line < 40; line += 1) keepLog(given(dataFolder, 200))(`line ${line}`);
  expect(logs(dataFolder)).toEqual(['shopbell.1.log', 'shopbell.2.log', 'shopbell.3.log', 'shopbell.4.log', 'shopbell.log']);
  for (const name of logs(dataFolder)) expect(statSync(path.join(dataFolder, 'logs', name)).size).toBeLessThanOrEqual(200);
  const text = readLogs(dataFolder)
    .map((log) => log.text)
    .join('');
  const kept = [...text.matchAll(/line (\d+)/g)].map(([, line]) => Number(line));
  expect(kept.at(-1)).toBe(39);
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => 40 - kept.length + index));
});

test('a disk that does not take it stops nothing, and is tried again', () => {
  const dataFolder = temporaryFolder();
  const file = path.join(dataFolder, 'logs');
  // No folder can be made where a file lies.
  writeFileSync(file, 'in the way');
  const keep = keepLog(given(dataFolder));
  keep('lost');
  expect(readFileSync(file, 'utf8')).toBe('in the way');
  expect(readLogs(dataFolder)).toEqual([]);
  rmSync(file);
  keep('kept');
  expect(readLogs(dataFolder)[0]?.text).toContain('kept');
});
