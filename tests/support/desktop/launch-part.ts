import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication } from 'playwright';
import { build } from 'vite';
import { program, root } from './require-desktop.ts';

/** Builds one file of these tests as Electron's main program, with what it imports of ours, and starts it on a folder of its own. */
export async function launchPart(file: string): Promise<{ app: ElectronApplication; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-part-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: folder,
      ssr: path.join(root, file),
      target: 'node20.18',
      minify: false,
      rolldownOptions: { external: ['electron', /^node:/, ...builtinModules], output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  });
  const flags = [`--user-data-dir=${path.join(folder, 'window')}`];
  const app = await _electron.launch({ executablePath: program, args: [path.join(folder, 'main.mjs'), ...flags], cwd: folder });
  return {
    app,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
