import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange, type ServedFile } from '../../electron/console/serve-file.ts';
import { safeFilename } from '../../shared/domain/safe-filename.ts';
import { openConsole } from '../support/open-console.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BYTES = randomBytes(700_001);

/** A console with one file, and how it is asked for it. */
async function withFile(over: Partial<ServedFile> = {}) {
  const file = path.join(temporaryFolder(), 'kept');
  writeFileSync(file, BYTES);
  const asked: string[] = [];
  const served = { file, mimeType: 'video/mp4', filename: 'film.mp4', version: 'aa11', ...over };
  const opened = await openConsole({
    findFile: async (shop, which) => {
      asked.push(`${shop} ${which}`);
      return which === '7' || which.startsWith('export/') ? served : null;
    },
  });
  const cookie = await opened.cookie();
  const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${opened.url}${address}`, { method, headers: { cookie, ...headers } });
  return { ...opened, asked, get, cookieText: cookie };
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a file of a message over HTTP', () => {
  it('comes whole, with its type, and with nothing that could run', async () => {
    const { get, asked } = await withFile();
    const response = await get('/media/real/7');
    expect(response.status).toBe(200);
    expect((await bytesOf(response)).equals(BYTES)).toBe(true);
    expect(asked).toEqual(['real 7']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(BYTES.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      etag: '"aa11"',
    });
    expect(response.headers.get('content-disposition')).toBeNull();
  });

  it('is kept for good under the address of its content alone, and not sent again to who has it', async () => {
    const { get } = await withFile();
    expect((await get('/media/real/7?v=aa11')).headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect((await get('/media/real/7?v=bb22')).headers.get('cache-control')).toBe('private, no-cache');
    const again = await get('/media/real/7', { 'if-none-match': 'W/"x", "aa11"' });
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
  });

  it('comes in ranges', async () => {
    const { get } = await withFile();
    const range = async (header: string, more = {}) => {
      const response = await get('/media/real/7', { range: header, ...more });
      return { status: response.status, range: response.headers.get('content-range'), bytes: await bytesOf(response) };
    };
    expect(await range('bytes=10-19')).toEqual({ status: 206, range: `bytes 10-19/${BYTES.length}`, bytes: BYTES.subarray(10, 20) });
    expect(await range('bytes=699991-')).toMatchObject({ status: 206, bytes: BYTES.subarray(699_991) });
    expect(await range('bytes=-5')).toMatchObject({ status: 206, bytes: BYTES.subarray(-5) });
    expect(await range('bytes=0-99999999')).toMatchObject({ status: 206, range: `bytes 0-700000/${BYTES.length}` });
    expect(await range('bytes=700001-')).toMatchObject({ status: 416, range: `bytes */${BYTES.length}` });
    expect(await range('bytes=5-2'), 'no range at all').toMatchObject({ status: 200 });
    expect(await range('bytes=0-9', { 'if-range': '"older"' }), 'of another content').toMatchObject({ status: 200 });
    const head = await get('/media/real/7', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(BYTES.length)]);
  });

  it.each(['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/x-msdownload', 'image/png, text/html', null])(
    'hands %s out as bytes to be saved',
    async (mimeType) => {
      const { get } = await withFile({ mimeType, filename: '../..\\Rechnung "März"\r\nx: y.svg' });
      const { headers } = await get('/media/real/7');
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="_.._Rechnung _M_rz___x_ y.svg"; filename*=UTF-8''_.._Rechnung%20_M%C3%A4rz___x_%20y.svg`,
      );
    },
  );

  it('has a picture saved where that is asked for, and keeps no export', async () => {
    const picture = await withFile({ mimeType: 'IMAGE/JPEG; q=1', filename: 'a.jpg' });
    const { headers } = await picture.get('/media/real/7?download&v=aa11');
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual(['image/jpeg', `attachment; filename="a.jpg"; filename*=UTF-8''a.jpg`]);
    const finished = await withFile({ mimeType: 'application/zip', version: null });
    const answer = await finished.get('/media/practice/export/0123456789abcdef');
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([200, 'no-store', null]);
    expect(finished.asked).toEqual(['practice export/0123456789abcdef']);
  });

  it('is given to nobody without a session, and to no other host', async () => {
    const { url, port, cookieText, asked } = await withFile();
    expect((await fetch(`${url}/media/real/7`)).status).toBe(401);
    expect((await fetch(`${url}/media/real/7`, { headers: { cookie: `${cookieText}x` } })).status).toBe(401);
    const foreign = await new Promise<number>((resolve, reject) => {
      const sent = request({ port, path: '/media/real/7', headers: { host: 'shop.example', cookie: cookieText } }, (answer) => resolve(answer.statusCode ?? 0));
      sent.on('error', reject).end();
    });
    expect(foreign).toBe(401);
    expect(asked).toEqual([]);
  });

  it.each(['/media/real/..%2f..%2fsettings.json', '/media/other/7', '/media/real/', '/media/real/7%00', '/media/real/8', '/media/real/7.html'])(
    'answers %s with 404',
    async (address) => {
      const { get } = await withFile();
      expect((await get(address)).status).toBe(404);
    },
  );

  it('is let go of when whoever reads it goes away', async () => {
    const { get } = await withFile();
    for (let n = 0; n < 30; n += 1) {
      const response = await get('/media/real/7');
      await response.body?.cancel();
    }
    expect((await bytesOf(await get('/media/real/7'))).length).toBe(BYTES.length);
  });

  it('is gone when the disk has it no more', async () => {
    const { get } = await withFile({ file: path.join(temporaryFolder(), 'nothing') });
    expect((await get('/media/real/7')).status).toBe(404);
  });
});

describe('ranges and names', () => {
  it('gives a range that lies in the file, or none, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
          fc.nat().map((n) => `bytes=-${n}`),
        ),
        fc.nat(1000),
        (header, size) => {
          const range = readRange(header, size);
          return range === null || range === 'none' || (range.start >= 0 && range.start < range.end && range.end <= size);
        },
      ),
    );
  });

  it('makes of any name one that lies in no other folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = safeFilename(name);
        expect(() => encodeURIComponent(safe)).not.toThrow();
        return safe.length > 0 && [...safe].length <= 120 && path.win32.basename(safe) === safe && path.posix.basename(safe) === safe && !safe.startsWith('.');
      }),
    );
    expect(safeFilename('NUL.txt')).toBe('_NUL.txt');
    expect(safeFilename(`${'ä'.repeat(300)}.pdf`)).toMatch(/^ä{116}\.pdf$/);
    expect(safeFilename('photo\u202Egpj.exe')).toBe('photo_gpj.exe');
  });
});
