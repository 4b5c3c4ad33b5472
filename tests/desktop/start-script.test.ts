import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktopEnvironment } from '../support/desktop/launch-desktop.ts';
import { buildDesktop, root } from '../support/desktop/require-desktop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ARGUMENTS = ['--webhook-port', '0', '--console-port', '0', '--ready-json', '--no-open'];

/** A folder with an `electron` that does what the shell script says. */
function fakeElectron(script: string): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'electron'), 0o755);
  return folder;
}

/** Runs `npm start`'s script until it ends, or until the console is ready: then it is told to end. */
function start(environment: Record<string, string>): Promise<{ out: string; said: string; code: number | null }> {
  const env = { ...desktopEnvironment(temporaryFolder()), ...environment };
  const child = spawn(process.execPath, ['scripts/start.mjs', ...ARGUMENTS], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (out.includes('\n')) child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ out, said, code }));
  });
}

// The scripts of fake Electrons are for a shell.
describe.skipIf(process.platform === 'win32')('npm start', () => {
  beforeAll(() => buildDesktop());

  const lines = (said: string) => said.split('\n').filter((line) => line.startsWith('shopbell: no window'));

  test.skipIf(process.platform !== 'linux')('serves the console where there is no display, says so in one line, and ends on SIGTERM', async () => {
    const { out, said, code } = await start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(lines(said)).toEqual([
      'shopbell: no window: there is no display (DISPLAY and WAYLAND_DISPLAY are empty). Serving the console for a browser instead.',
    ]);
    expect(JSON.parse(out)).toEqual({
      webhook: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/webhook$/),
      console: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=.+/),
    });
    expect(code).toBe(0);
  });

  test('serves the console where Electron dies at once, and keeps its noise to itself', async () => {
    const { out, said } = await start({ DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('echo "Missing X server" >&2; kill -SEGV $$') });
    expect(lines(said)).toEqual([expect.stringContaining('Electron did not start (SIGSEGV)')]);
    expect(said).not.toContain('Missing X server');
    expect(out).toContain('"console"');
  });

  test('serves the console where Electron is not where it should be', async () => {
    const { out, said } = await start({ DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder() });
    expect(lines(said)).toEqual([expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron')]);
    expect(out).toContain('"console"');
  });

  test('is over when the window has said why it cannot start, and when it has ended', async () => {
    const refused = await start({ DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('echo "shopbell: cannot start: a reason." >&2; exit 1') });
    expect(refused).toEqual({ out: '', said: expect.stringContaining('a reason.'), code: 1 });
    const ended = await start({ DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('echo "shopbell: window ready" >&2; exit 3') });
    expect(ended).toEqual({ out: '', said: expect.stringContaining('window ready'), code: 3 });
  });

  test('passes its arguments on to the window', async () => {
    const { said } = await start({ DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('echo "shopbell: window ready" >&2; echo "got $*" >&2') });
    expect(said).toContain(`. ${ARGUMENTS.join(' ')}`);
  });

  test('gives up a download that stands still', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'node_modules/electron'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/electron/install.js'), 'setTimeout(() => {}, 60_000);');
    const script = `import('./scripts/fetch-electron.mjs').then(async ({ fetchElectron }) => console.log(await fetchElectron(process.argv[1], process.execPath, 1000)))`;
    const child = spawn(process.execPath, ['-e', script, folder], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(out.trim()).toBe('its download stood still for 1 s');
  });
});
