import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lockDataFolder } from '../../electron/settings/data-lock.ts';
import { desktopEnvironment } from '../support/desktop/launch-desktop.ts';
import { buildDesktop, noDesktop, program, root } from '../support/desktop/require-desktop.ts';
import { xdotool } from '../support/desktop/xdotool.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(noDesktop)('a start that cannot be', () => {
  beforeAll(() => buildDesktop());

  /** Starts it, waits for the sentence, dismisses the dialog as a person would. */
  async function startRefused(dataFolder: string, extra: Record<string, string> = {}): Promise<{ sentence: string; code: number | null }> {
    const child = spawn(program, ['.'], { cwd: root, env: { ...desktopEnvironment(dataFolder), ...extra }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const sentence = () => /^shopbell: cannot start: (.*)$/m.exec(said)?.[1] ?? '';
    try {
      await expect.poll(sentence, { timeout: 15_000 }).not.toBe('');
      // GTK names every error box "Error".
      await expect.poll(() => xdotool('search', '--onlyvisible', '--name', '^Error$'), { timeout: 10_000 }).not.toBe('');
      const dismiss = setInterval(() => {
        xdotool('search', '--onlyvisible', '--name', '^Error$', 'windowactivate');
        // A command of its own: behind a search the key would be sent to that window as a made-up event, which GTK ignores.
        xdotool('key', 'Return');
      }, 500);
      const [code] = await ended.finally(() => clearInterval(dismiss));
      return { sentence: sentence(), code };
    } finally {
      child.kill('SIGKILL');
    }
  }

  test('names the data folder that another one holds', async () => {
    const folder = temporaryFolder();
    const lock = lockDataFolder(folder);
    expect(lock.ok).toBe(true);
    const { sentence, code } = await startRefused(folder);
    if (lock.ok) lock.release();
    expect(sentence).toContain(folder);
    expect(sentence).toMatch(/^Another Shopbell is running on .*\.$/);
    expect(code).toBe(1);
  });

  test('says which port is no port', async () => {
    const folder = temporaryFolder();
    expect(await startRefused(folder, { SHOPBELL_WEBHOOK_PORT: 'eight' })).toEqual({ sentence: expect.stringContaining('"eight" is no port'), code: 1 });
  });

  test('says when the data folder cannot be made', async () => {
    const file = path.join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    expect(await startRefused(path.join(file, 'data'))).toEqual({ sentence: expect.stringContaining('cannot be used'), code: 1 });
  });
});
