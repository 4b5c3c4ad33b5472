import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { buildDesktop, program, root } from './require-desktop.ts';

export type Desktop = {
  app: ElectronApplication;
  page: Page;
  dataFolder: string;
  /** All that it wrote to standard error. */
  said: () => string;
  /** Ends it as a shutdown does, and removes its data. */
  close: () => Promise<void>;
};

/** What every start in these tests has: data of its own, English, no question at the end. */
export function desktopEnvironment(dataFolder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SHOPBELL_'));
  const own = { SHOPBELL_DATA: dataFolder, SHOPBELL_QUIT_WITHOUT_ASKING: '1', LANGUAGE: 'en', LANG: 'en_US.UTF-8' };
  return { ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])), ...own };
}

/**
 * Starts the real program on a data folder of its own, and waits for its window.
 * @param from what Electron is given to run: the built folder, or an archive
 * @param flags Chromium's own
 */
export async function launchDesktop(extra: Record<string, string> = {}, from = '.', flags: readonly string[] = []): Promise<Desktop> {
  buildDesktop();
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'shopbell-desktop-'));
  const app = await _electron.launch({ executablePath: program, args: [...flags, from], cwd: root, env: { ...desktopEnvironment(dataFolder), ...extra } });
  let text = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return {
    app,
    page,
    dataFolder,
    said: () => text,
    async close() {
      await app.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
