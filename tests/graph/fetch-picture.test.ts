import { expect, test } from 'vitest';
import { fetchPicture } from '../../electron/graph/fetch-picture.ts';
import { answeringServer, type Request } from '../support/answering-server.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
type Served = { status?: number; headers?: Record<string, string>; body?: Buffer };

/** A server of pictures; only itself may be asked. */
async function serve(answer: (request: Request) => Served) {
  const server = await answeringServer((response, request) => {
    const { status = 200, headers = { 'content-type': 'image/png' }, body = PNG } = answer(request);
    response.writeHead(status, headers).end(body);
  });
  return { ...server, get: (url = `${server.url}/a.png`) => fetchPicture(url, (address) => address.origin === server.url) };
}

test('a picture is fetched with its type, and without any token', async () => {
  const { get, asked } = await serve(() => ({ headers: { 'content-type': 'Image/PNG; charset=binary' } }));
  expect(await get()).toEqual({ bytes: PNG, type: 'image/png' });
  expect(asked[0]?.headers.authorization).toBeUndefined();
});

test.each(['image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml', 'image/avif'])('%s is a picture', async (type) => {
  const { get } = await serve(() => ({ headers: { 'content-type': type } }));
  expect(await get()).toMatchObject({ type });
});

test.each(['text/html', 'image/tiff', 'application/pdf', 'image/png+html', ''])('%j is none', async (type) => {
  const { get } = await serve(() => ({ headers: { 'content-type': type } }));
  expect(await get()).toBeNull();
});

test('two megabytes are taken, one byte more is not, whether the length is told or not', async () => {
  const limit = 2 * 1024 * 1024;
  const { get, url } = await serve(({ url: path }) => ({
    body: Buffer.alloc(Number(path.slice(1))),
    headers: { 'content-type': 'image/png', 'transfer-encoding': 'chunked' },
  }));
  expect((await get(`${url}/${limit}`))?.bytes).toHaveLength(limit);
  expect(await get(`${url}/${limit + 1}`)).toBeNull();
});

test('an error, a server that hangs up and one that is not there give no picture', async () => {
  expect(await (await serve(() => ({ status: 404 }))).get()).toBeNull();
  const broken = await answeringServer((response) => void response.destroy());
  expect(await fetchPicture(broken.url, () => true)).toBeNull();
  expect(await fetchPicture('http://127.0.0.1:1/', () => true)).toBeNull();
  expect(await fetchPicture('no address', () => true)).toBeNull();
});

test('an address that may not be asked is not asked', async () => {
  const other = await serve(() => ({}));
  const { get } = await serve(() => ({}));
  expect(await get(`${other.url}/a.png`)).toBeNull();
  expect(other.asked).toEqual([]);
});

test('a redirect is followed to where the picture may be asked for, and nowhere else', async () => {
  const other = await serve(() => ({}));
  const { get, url } = await serve(({ url: path }) => {
    if (path === '/moved') return { status: 302, headers: { location: '/a.png' } };
    if (path === '/away') return { status: 302, headers: { location: `${other.url}/a.png` } };
    if (path === '/round') return { status: 302, headers: { location: '/round' } };
    return path === '/odd' ? { status: 302, headers: { location: 'http://' } } : {};
  });
  expect(await get(`${url}/moved`)).toEqual({ bytes: PNG, type: 'image/png' });
  expect(await get(`${url}/away`)).toBeNull();
  expect(other.asked).toEqual([]);
  expect(await get(`${url}/round`)).toBeNull();
  expect(await get(`${url}/odd`)).toBeNull();
});
