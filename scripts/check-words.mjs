import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Catalogues hold every word of the code and no other, and every one is translated. The files are put back as they were.

const folder = path.join(import.meta.dirname, '../shared/words');
const languages = ['en', 'de'];
const kept = mkdtempSync(path.join(tmpdir(), 'shopbell-words-'));
cpSync(folder, kept, { recursive: true });
const words = (from, language) => readFileSync(path.join(from, `${language}.po`), 'utf8').replace(/^"POT-Creation-Date.*$/m, '');

try {
  const extract = spawnSync('npx', ['lingui', 'extract', '--clean'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const problems = extract.status === 0 ? [] : [`lingui extract failed:\n${extract.stderr}`];
  for (const language of languages) {
    if (words(folder, language) !== words(kept, language)) problems.push(`${language}.po is not what the code says: run npm run words`);
    const untranslated = [...words(folder, language).matchAll(/^msgid "(.+)"\nmsgstr ""\n(?!")/gm)].map(([, id]) => id);
    if (language !== 'en' && untranslated.length > 0) problems.push(`${language}.po lacks words for: ${untranslated.join(' | ')}`);
  }
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  cpSync(kept, folder, { recursive: true });
  rmSync(kept, { recursive: true });
}
