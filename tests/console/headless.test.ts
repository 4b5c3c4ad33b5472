import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exchange } from '../support/open-console.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Run = { child: ChildProcess; out(): string; err(): string; ended: Promise<number | null>; line(): Promise<string> };

/** The headless program as a process, in an environment of ours alone. */
function run(args: readonly string[], environment: Record<string, string> = {}): Run {
  const script = path.join(import.meta.dirname, '../support/tiny-headless.ts');
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => (out += String(part)));
  child.stderr.on('data', (part) => (err += String(part)));
  const ended = once(child, 'close').then(() => child.exitCode);
  const line = async () => {
    while (!out.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${err}`)))]);
    return out.split('\n')[0] ?? '';
  };
  return { child, out: () => out, err: () => err, ended, line };
}

const quiet = (folder: string) => ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json'];

function read(line: string): { webhook: string | null; console: string } {
  const ready: unknown = JSON.parse(line);
  if (typeof ready !== 'object' || ready === null || !('console' in ready) || typeof ready.console !== 'string') throw new Error(`no console in ${line}`);
  return { webhook: 'webhook' in ready && typeof ready.webhook === 'string' ? ready.webhook : null, console: ready.console };
}

describe('the program without a window', () => {
  it('prints one line of JSON, logs elsewhere without secrets, and ends cleanly at SIGTERM', async () => {
    const folder = path.join(temporaryFolder(), 'new', 'Shopbell');
    const { child, out, err, ended, line } = run(quiet(folder), { SHOPBELL_ACCESS_TOKEN: 'EAAB-secret', DISPLAY: ':9' });
    const ready = read(await line());
    expect(ready.webhook).toBe('http://127.0.0.1:1/webhook');
    expect((await exchange(new URL(ready.console).origin, ready.console)).status).toBe(204);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(out().split('\n')).toHaveLength(2);
    expect(err()).toContain('started with …');
    expect(err()).toContain('app stopped');
    expect(err()).not.toContain('opened');
    expect(existsSync(path.join(folder, 'console.json'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('refuses a folder that another one has, and takes it over when that one was killed', async () => {
    const folder = temporaryFolder();
    const first = run(quiet(folder));
    await first.line();
    const second = run(quiet(folder));
    expect(await second.ended).toBe(1);
    expect(second.out()).toBe('');
    expect(second.err().trim().split('\n')).toEqual([expect.stringContaining('Another Shopbell is running')]);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = run(quiet(folder));
    expect(read(await third.line()).console).toContain('#token=');
  });

  it('prints a new link from a second process, and says when there is none to make', async () => {
    const folder = temporaryFolder();
    const none = run(['--data', folder, '--print-link']);
    expect(await none.ended).toBe(1);
    expect(none.err()).toContain('No Shopbell with a console runs');
    const first = run(quiet(folder));
    const ready = read(await first.line());
    const second = run(['--data', folder, '--print-link']);
    expect(await second.ended).toBe(0);
    expect(second.out().trim()).not.toBe(ready.console);
    expect((await exchange(new URL(ready.console).origin, second.out().trim())).status).toBe(204);
  });

  it('says in one sentence that a port is used', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { ended, err, out } = run(['--data', temporaryFolder(), '--console-port', String(port), '--ready-json']);
    expect(await ended).toBe(1);
    const said = expect.stringContaining(`Port ${port} is used by another program`);
    expect(err().trim().split('\n')).toEqual(['started with nothing', 'app stopped', said]);
    expect(out()).toBe('');
  });

  it('goes on without webhooks when their port is used, and says so', async () => {
    const { line, err } = run(quiet(temporaryFolder()), { TINY: 'port' });
    expect(read(await line()).webhook).toBeNull();
    expect(err()).toContain('no webhooks arrive');
  });

  it.each([
    [['--dta', '/tmp'], {}, 2, '--dta'],
    [['--console-port', '65536'], {}, 2, '--console-port'],
    [['--console-port'], {}, 2, '--console-port'],
    [['word'], {}, 2, 'word'],
    [[], { SHOPBELL_CONSOLE_PORT: 'http' }, 1, 'SHOPBELL_CONSOLE_PORT'],
    [[], { SHOPBELL_TIME_ZONE: 'Mars/Base' }, 1, 'SHOPBELL_TIME_ZONE'],
    [['--data', '/proc/nothing'], {}, 1, '/proc/nothing'],
  ])('refuses %j %j with code %d, naming %s', async (args, environment, code, name) => {
    const { ended, err, out } = run(args, { SHOPBELL_DATA: temporaryFolder(), ...environment });
    expect(await ended).toBe(code);
    expect(err().split('\n')[0]).toContain(name);
    expect(err().includes('Usage:')).toBe(code === 2);
    expect(err()).not.toContain('    at ');
    expect(out()).toBe('');
  });

  it('prints how it is used', async () => {
    const { ended, out } = run(['--help']);
    expect(await ended).toBe(0);
    expect(out()).toContain('--print-link');
  });

  it('prints friendly lines to people, and opens their browser where there is one', async () => {
    const there = run(['--data', temporaryFolder(), '--console-port', '0'], { DISPLAY: ':9' });
    expect(await there.line()).toContain('Shopbell is ready');
    await expect.poll(there.err).toContain('opened http://127.0.0.1');
    const notThere = run(['--data', temporaryFolder(), '--console-port', '0', '--no-open'], { DISPLAY: ':9' });
    await notThere.line();
    notThere.child.kill('SIGINT');
    expect(await notThere.ended).toBe(0);
    expect(notThere.err()).not.toContain('opened');
  });

  it('ends loudly at a bug, in one line', async () => {
    const { ended, err } = run(quiet(temporaryFolder()), { TINY: 'bug' });
    expect(await ended).toBe(1);
    expect(err().trim().split('\n').at(-1)).toMatch(/^Shopbell met an error and ends: Error: a bug of two lines \(at /);
  });

  it('is cut off after 5 s when it does not end', async () => {
    const { child, ended, err, line } = run(quiet(temporaryFolder()), { TINY: 'hang' });
    await line();
    const before = Date.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(1);
    expect(Date.now() - before).toBeLessThan(7_000);
    expect(err()).toContain('did not end within 5 s');
  });
});
