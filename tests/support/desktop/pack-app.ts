import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildDesktop, electronFolder, root } from './require-desktop.ts';

/**
 * Packs the program as for a shop, by the settings of `electron-builder.yml`, around the Electron that tests run on. Fuses are left alone:
 * with them nobody could look inside, and what is tested is what was packed.
 * @returns the path of its app.asar
 */
export async function packApp(output: string): Promise<string> {
  buildDesktop();
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: { extends: path.join(root, 'electron-builder.yml'), electronDist: electronFolder, electronFuses: null, directories: { output } },
  });
  const unpacked = process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';
  return path.join(output, unpacked, 'resources/app.asar');
}
