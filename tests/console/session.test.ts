import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConsoleRecord } from '../../electron/console/console-record.ts';
import { isLinkToken, isSession, signLinkToken, signSession } from '../../electron/console/sign-tokens.ts';
import { createTokenBucket } from '../../shared/domain/token-bucket.ts';
import { exchange, openConsole, readCookie } from '../support/open-console.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const status = async (url: string, cookie: string) => (await fetch(`${url}/session`, { headers: { cookie } })).status;

describe('the session of a console', () => {
  it('is opened by a link, as often as it is opened, by a cookie that scripts cannot read', async () => {
    const { url, link } = await openConsole();
    const address = link();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w.-]+$/);
    const first = await exchange(url, address);
    expect(first.status).toBe(204);
    expect(first.headers.getSetCookie()[0]).toMatch(/^shopbell_session_[\w-]{8}=[^;]+; HttpOnly; SameSite=Strict; Path=\/; Max-Age=15552000$/);
    expect((await exchange(url, address)).status).toBe(204);
    expect(await status(url, readCookie(first))).toBe(204);
    expect(await status(url, `other=1; ${readCookie(first)}`)).toBe(204);
  });

  it('survives a restart, and is renewed when the page asks', async () => {
    const before = await openConsole();
    const cookie = await before.cookie();
    await before.stop();
    const after = await openConsole({ dataFolder: before.dataFolder });
    const answer = await fetch(`${after.url}/session`, { headers: { cookie } });
    expect(answer.status).toBe(204);
    expect(readCookie(answer)).not.toBe(cookie);
    expect(await status(after.url, readCookie(answer))).toBe(204);
  });

  it('ends after 180 days', async () => {
    let time = 1_000_000;
    const { url, cookie } = await openConsole({ now: () => time });
    const kept = await cookie();
    time += 180 * 24 * 60 * 60 * 1000 - 1;
    expect(await status(url, kept)).toBe(204);
    time += 1;
    expect(await status(url, kept)).toBe(401);
  });

  it('is not opened without a cookie, with a wrong one, or with one of another folder', async () => {
    const { url, cookie } = await openConsole();
    const right = await cookie();
    const other = await (await openConsole()).cookie();
    const [name = ''] = right.split('=');
    const [otherName, otherValue = ''] = other.split('=');
    expect(otherName, 'each folder has a name of its own').not.toBe(name);
    for (const wrong of ['', `${name}=`, `${name}=a.b.c`, `${name}=${otherValue}`, `${right}x`, right.replace(/\.\d+\./, '.9999999999999.'), other]) {
      expect(await status(url, wrong), wrong).toBe(401);
    }
    expect(await status(url, `${name}=of.another.one; ${right}`), 'one good one is enough').toBe(204);
  });

  it('refuses the link of an earlier process', async () => {
    const before = await openConsole();
    const old = before.link();
    await before.stop();
    const after = await openConsole({ dataFolder: before.dataFolder });
    expect((await exchange(after.url, old)).status).toBe(401);
    expect((await exchange(after.url, after.link())).status).toBe(204);
  });

  it('stays open for who comes by an old link', async () => {
    const { url, cookie } = await openConsole();
    const kept = await cookie();
    expect((await exchange(url, '#token=old.link', { cookie: kept })).status).toBe(204);
    expect((await exchange(url, '#token=old.link', { cookie: `${kept.split('=')[0]}=a.1.b` })).status).toBe(401);
  });

  it('is not opened from a page of somebody else', async () => {
    const { url, link, port } = await openConsole();
    for (const origin of ['http://shop.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      expect((await exchange(url, link(), { origin })).status, origin).toBe(401);
    }
    const bare = await fetch(`${url}/session`, { method: 'POST', body: JSON.stringify({ token: link().split('=')[1] }) });
    expect(bare.status, 'no Origin').toBe(401);
  });

  it('slows down who guesses, and lets the right one in meanwhile', async () => {
    const { url, link } = await openConsole();
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) answers.push((await exchange(url, `#token=guess.${n}`)).status);
    expect(answers.slice(0, 10).every((code) => code === 401)).toBe(true);
    expect(answers.slice(10)).toEqual([429, 429]);
    expect((await exchange(url, link())).status).toBe(204);
  });

  it('is not disturbed by bodies that are no token', async () => {
    const { url } = await openConsole();
    const post = (body: string) => fetch(`${url}/session`, { method: 'POST', body, headers: { origin: url } });
    for (const body of ['', '{', 'null', '[]', '{"token":7}']) expect((await post(body)).status).toBe(401);
    expect((await post('x'.repeat(5000))).status).toBe(413);
  });

  it('gets a new link from a second process, which does not talk to it', async () => {
    const { url, dataFolder } = await openConsole();
    const script = path.join(import.meta.dirname, '../support/print-console-link.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, dataFolder]);
    expect(stdout.trim()).toMatch(new RegExp(`^${url}/#token=`));
    expect((await exchange(url, stdout.trim())).status).toBe(204);
  });

  it('keeps its files to this user, and takes its record back at the end', async () => {
    const running = await openConsole();
    for (const name of ['console.key', 'console.json']) expect(statSync(path.join(running.dataFolder, name)).mode & 0o777, name).toBe(0o600);
    expect(readConsoleRecord(running.dataFolder)).toMatchObject({ address: running.url, pid: process.pid });
    const record = readFileSync(path.join(running.dataFolder, 'console.json'), 'utf8');
    await running.stop();
    expect(readConsoleRecord(running.dataFolder)).toBeNull();
    // As after kill -9: the record stays, its process is gone.
    writeFileSync(path.join(running.dataFolder, 'console.json'), record.replace(`"pid":${process.pid}`, '"pid":4194303'));
    expect(readConsoleRecord(running.dataFolder)).toBeNull();
  });

  it('makes a new key when the old one is damaged', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(path.join(dataFolder, 'console.key'), 'short');
    const { url, cookie } = await openConsole({ dataFolder });
    expect(await status(url, await cookie())).toBe(204);
  });
});

describe('the rules of tokens', () => {
  const key = createHash('sha256').update('a').digest();
  const other = createHash('sha256').update('b').digest();
  const nonce = fc.stringMatching(/^[\w-]{1,30}$/);

  it('a link is good for its key and its boot alone, and never as a session', () => {
    fc.assert(
      fc.property(nonce, nonce, nonce, (boot, otherBoot, text) => {
        const token = signLinkToken(key, boot, text);
        expect(isLinkToken(key, boot, token)).toBe(true);
        expect(isLinkToken(other, boot, token)).toBe(false);
        if (boot !== otherBoot) expect(isLinkToken(key, otherBoot, token)).toBe(false);
        expect(isSession(key, token, 0)).toBe(false);
      }),
    );
  });

  it('a session is good until its end and not with any character changed', () => {
    fc.assert(
      fc.property(nonce, fc.integer({ min: 1, max: 9e12 }), fc.nat(), fc.stringMatching(/^[\w-]$/), (text, end, at, character) => {
        const value = signSession(key, text, end);
        expect(isSession(key, value, end - 1)).toBe(true);
        expect(isSession(key, value, end)).toBe(false);
        const index = at % value.length;
        const forged = value.slice(0, index) + character + value.slice(index + 1);
        if (forged !== value) expect(isSession(key, forged, end - 1)).toBe(false);
      }),
    );
  });

  it('a bucket never lets more through than its size and its rate, even when the clock jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 200 }), (steps) => {
        let time = 0;
        let forward = 0;
        let through = 0;
        const bucket = createTokenBucket({ size: 5, perMinute: 10, now: () => time });
        for (const step of steps) {
          time += step;
          forward += Math.max(0, step);
          if (bucket.take()) through += 1;
        }
        expect(through).toBeLessThanOrEqual(5 + (forward * 10) / 60_000 + 1e-6);
      }),
    );
  });
});
