import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { isReadableFrame } from '../../electron/console/read-frame.ts';
import { api, connect, openConsole, outcome } from '../support/open-console.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function closeCode(socket: WebSocket): Promise<number> {
  const [code]: unknown[] = await once(socket, 'close');
  return Number(code);
}

describe('the contract over a WebSocket', () => {
  it('answers calls, names the line and the place, and carries what JSON cannot', async () => {
    const running = await openConsole();
    const cookie = await running.cookie();
    for (const [query, shop] of [
      ['', 'practice'],
      ['?shop=real', 'real'],
      ['?shop=practice', 'practice'],
    ] as const) {
      const socket = connect(running, { cookie }, query);
      expect(await outcome(socket)).toBe('open');
      expect(await api(socket).app.get()).toMatchObject({ shop, place: 'browser' });
    }
  });

  it('refuses before upgrading who has no session, or comes from elsewhere', async () => {
    const running = await openConsole();
    const cookie = await running.cookie();
    const refused: [Record<string, string>, string, number][] = [
      [{}, '', 401],
      [{ cookie: `${cookie.split('=')[0]}=a.1.b` }, '', 401],
      [{ cookie, origin: 'http://shop.example' }, '', 401],
      [{ cookie, origin: 'null' }, '', 401],
      [{ cookie, host: `shop.example:${running.port}`, origin: `http://shop.example:${running.port}` }, '', 401],
      [{ cookie, host: `localhost:${running.port}` }, '', 401],
      [{ cookie }, '?shop=other', 400],
    ];
    for (const [headers, query, code] of refused) expect(await outcome(connect(running, headers, query)), JSON.stringify(headers)).toBe(code);
  });

  it('ends a live feed when its page leaves', async () => {
    const running = await openConsole();
    const socket = connect(running, { cookie: await running.cookie() });
    await outcome(socket);
    const feed = await api(socket).live.feed({});
    expect((await feed.next()).value).toMatchObject({ number: 1 });
    expect(running.feeds()).toBe(1);
    socket.terminate();
    await vi.waitFor(() => expect(running.feeds()).toBe(0), 3000);
  });

  it('closes on garbage, says so a few times only, and goes on for the others', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const running = await openConsole();
    const cookie = await running.cookie();
    const good = connect(running, { cookie });
    await outcome(good);
    const garbage = ['', '{', 'null', '[]', '7', '{"i":1}', '{"i":"1"}', '{"i":"1","p":{"u":7}}', '{"i":"1","t":9,"p":{}}', Buffer.from([255, 0, 1])];
    for (const frame of garbage) {
      const socket = connect(running, { cookie });
      await outcome(socket);
      socket.send(frame);
      expect([1003, 1007], String(frame)).toContain(await closeCode(socket));
    }
    expect((await api(good).app.get()).version).toBe('0.0.0');
    expect(running.log.length).toBeLessThanOrEqual(5);
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  it('closes on a frame above 1 MB, and takes one below', async () => {
    const running = await openConsole();
    const socket = connect(running, { cookie: await running.cookie() });
    await outcome(socket);
    expect(await api(socket).chats.reply({ conversationId: 1, text: 'x'.repeat(100_000), requestId: 'request-1' })).toEqual({ ok: true, messageId: 100_000 });
    socket.send('x'.repeat(1024 * 1024 + 1));
    expect(await closeCode(socket)).toBe(1009);
    expect(running.log).toHaveLength(1);
  });

  it('refuses what the contract does not allow, and keeps a failure inside the call', async () => {
    const running = await openConsole();
    const socket = connect(running, { cookie: await running.cookie() });
    await outcome(socket);
    await expect(api(socket).orders.get({ orderId: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const failure = await api(socket)
      .orders.board()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(failure), 'what failed inside is not the page’s').not.toContain('EAAB-secret');
    expect((await api(socket).app.get()).version).toBe('0.0.0');
  });

  it('takes twenty sockets and no more', async () => {
    const running = await openConsole();
    const cookie = await running.cookie();
    for (let n = 0; n < 20; n += 1) expect(await outcome(connect(running, { cookie }))).toBe('open');
    expect(await outcome(connect(running, { cookie }))).toBe(503);
  });

  it('ends at once though pages and feeds are connected', async () => {
    const running = await openConsole({ dataFolder: temporaryFolder() });
    const socket = connect(running, { cookie: await running.cookie() });
    await outcome(socket);
    const feed = await api(socket).live.feed({});
    await feed.next();
    const before = Date.now();
    await running.stop();
    expect(Date.now() - before).toBeLessThan(1000);
    await expect(feed.next().then(() => feed.next())).rejects.toThrow();
    await vi.waitFor(() => expect(running.feeds()).toBe(0), 3000);
  });
});

describe('a frame', () => {
  it('is readable only when it is a message of the contract', () => {
    expect(isReadableFrame('{"i":"1","p":{"u":"/app/get"}}')).toBe(true);
    expect(isReadableFrame('{"i":"1","t":4}')).toBe(true);
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(() => isReadableFrame(text)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.anything(), (i, odd) => {
        const payload = JSON.stringify(odd) ?? 'null';
        if (isReadableFrame(`{"i":${JSON.stringify(i)},"p":${payload}}`)) expect(odd).toHaveProperty('u');
      }),
    );
  });
});
