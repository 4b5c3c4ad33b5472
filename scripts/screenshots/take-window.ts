import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron } from 'playwright';
import { FOLDER, keep, toldOf } from './save-picture.ts';
import { practiceEnvironment, ROOT, temporaryData } from './start-practice.ts';

/** Its screenshot tool; a thing of the machine's, not of the project's. */
const IMAGE_MAGICK = 'import';

/** Electron's program, or why there can be no window. Never `require('electron')`: it would download. */
function findElectron(): { program: string } | { missing: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY']) return { missing: 'there is no display (DISPLAY is empty)' };
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const electron = path.join(ROOT, 'node_modules/electron');
  const named = path.join(electron, 'path.txt');
  if (!override && !existsSync(named)) return { missing: 'Electron’s program is not there' };
  const program = override
    ? path.join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
    : path.join(electron, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? { program } : { missing: `there is no Electron at ${program}` };
}

/** The real window while its first practice order rings, with its frame where the system has a tool for that. */
export async function takeWindow(): Promise<void> {
  const found = findElectron();
  if ('missing' in found) {
    console.log(`no picture of the window: ${found.missing}`);
    return;
  }
  const data = temporaryData();
  // The desktop's own notification would lie over the window.
  writeFileSync(path.join(data.folder, 'settings.json'), JSON.stringify({ notifications: false }));
  const more = { SHOPBELL_DATA: data.folder, SHOPBELL_QUIT_WITHOUT_ASKING: '1', SHOPBELL_WEBHOOK_PORT: '0', SHOPBELL_PRACTICE_PACE: '10' };
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath: found.program, args: [...sandbox, '.'], cwd: ROOT, env: practiceEnvironment(more) });
  try {
    const page = await app.firstWindow();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page
      .getByRole('region', { name: 'New orders' })
      .getByRole('button', { name: /^Accept/ })
      .first()
      .waitFor({ timeout: 60_000 });
    // The catalogue's pictures come a moment later.
    await page.waitForTimeout(2_000);
    if (!takeWithFrame('window')) keep('window', await page.screenshot());
  } finally {
    await app.close();
    data.remove();
  }
}

/** By ImageMagick's `import`; false where it or the window cannot be found. */
function takeWithFrame(name: string): boolean {
  const search = spawnSync('xdotool', ['search', '--onlyvisible', '--name', 'Shopbell'], { encoding: 'utf8' });
  const id = search.stdout?.trim().split('\n').at(-1);
  if (search.status !== 0 || !id) return false;
  const taken = spawnSync(IMAGE_MAGICK, ['-window', id, '-frame', '+repage', path.join(FOLDER, `${name}.png`)]);
  if (taken.status !== 0) return false;
  toldOf(name);
  return true;
}
