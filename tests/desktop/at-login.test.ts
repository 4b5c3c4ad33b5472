import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { busWithTray } from '../support/desktop/bus-with-tray.ts';
import { desktopEnvironment, launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop, program, root } from '../support/desktop/require-desktop.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'shopbell-config-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
async function open(extra: Record<string, string>, flags: readonly string[] = []): Promise<Desktop> {
  const desktop = await launchDesktop(extra, '.', flags);
  onTestFinished(() => desktop.close());
  return desktop;
}
const state = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return window?.isMinimized() ? 'minimised' : window?.isVisible() ? 'shown' : 'hidden';
  });
/** A second start hands over to the first. */
async function startAgain({ dataFolder }: Desktop, args: readonly string[] = []): Promise<void> {
  await once(spawn(program, ['.', ...args], { cwd: root, env: desktopEnvironment(dataFolder), stdio: 'ignore' }), 'exit');
}

describe.skipIf(noDesktop)('this computer', () => {
  test('starts the program at login where the setting says so, and says where the system has it switched off', async () => {
    const config = folder();
    const desktop = await open({ XDG_CONFIG_HOME: config });
    const { page } = desktop;
    const entries = path.join(config, 'autostart');
    const entry = () => (existsSync(entries) ? readdirSync(entries) : []);
    await page.evaluate(() => void (location.hash = '/settings/computer'));
    const toggle = page.getByRole('switch', { name: /^Start when somebody logs in/ });
    await toggle.waitFor();
    expect(entry()).toEqual([]);
    const flip = () => page.getByText('Start when somebody logs in').click();
    await flip();
    await expect.poll(entry).toEqual([expect.stringMatching(/^shopbell-[0-9a-f]{8}\.desktop$/)]);
    const file = path.join(entries, entry()[0] ?? '');
    expect(readFileSync(file, 'utf8')).toContain(`"--hidden" "--data=${desktop.dataFolder}"`);
    expect(await toggle.isChecked()).toBe(true);

    const notice = page.getByText('The system has it switched off');
    expect(await notice.count()).toBe(0);
    appendFileSync(file, 'Hidden=true\n');
    await notice.waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Switch on again' }).click();
    await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('Hidden');
    await expect.poll(() => notice.count()).toBe(0);

    await flip();
    await expect.poll(entry).toEqual([]);
  });

  test('is kept awake while the shop is open', async () => {
    const { page, app } = await open({});
    const held = () => app.evaluate(({ powerSaveBlocker }) => [...Array(20).keys()].some((id) => powerSaveBlocker.isStarted(id)));
    await page.evaluate(() => void (location.hash = '/settings/computer'));
    await page.getByText('Keep the computer awake while the shop is open').click();
    await page.getByText('The computer is kept awake now.').waitFor();
    expect(await held()).toBe(true);
    await page.getByText('Keep the computer awake while the shop is open').click();
    await expect.poll(held).toBe(false);
  });
});

describe.skipIf(noDesktop)('a start at login', () => {
  test('stays beside the clock; a second one by the login changes nothing, one by a person shows the window', async () => {
    const bus = busWithTray();
    onTestFinished(() => rmSync(bus, { recursive: true, force: true }));
    const desktop = await open({ PATH: `${bus}:${process.env['PATH']}` }, ['--hidden']);
    await expect.poll(() => desktop.said()).toContain('window ready');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await state(desktop)).toBe('hidden');
    await startAgain(desktop, ['--hidden']);
    expect(await state(desktop)).toBe('hidden');
    await startAgain(desktop);
    await expect.poll(() => state(desktop)).toBe('shown');
  });

  test('is minimised where there is no tray', async () => {
    const desktop = await open({}, ['--hidden']);
    await expect.poll(() => state(desktop)).toBe('minimised');
    await startAgain(desktop);
    await expect.poll(() => state(desktop)).toBe('shown');
  });
});
