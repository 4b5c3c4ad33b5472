import { request } from 'node:http';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageFile } from '../../electron/console/find-page-file.ts';
import { openConsole } from '../support/open-console.ts';

/** A GET with the path and the headers exactly as given: `fetch` would tidy both. */
function get(port: number, rawPath: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: rawPath, headers }, (response) => {
      let text = '';
      response.on('data', (part) => (text += String(part)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the page over HTTP', () => {
  it('comes with a policy whose nonce is new each time and stands in the page', async () => {
    const { url } = await openConsole();
    const seen = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      const response = await fetch(url);
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      expect(await response.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}"><script nonce="${nonce}"></script>`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      seen.add(nonce);
    }
    expect(seen.size).toBe(3);
  });

  it('serves hashed files for good, with their type', async () => {
    const { url } = await openConsole();
    const response = await fetch(`${url}/assets/main-1a2b.js?x=1`);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}/assets/main-1a2b.js`, { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    '/../outside.js',
    '/..%2foutside.js',
    '/%2e%2e/outside.js',
    '/assets/..%2f..%2foutside.js',
    '/../renderer-not.js',
    '/..%2frenderer-not.js',
    '/..%5coutside.js',
  ])('answers %s with 404', async (rawPath) => {
    const { port } = await openConsole();
    const answer = await get(port, rawPath);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
  });

  it.each(['/%', '/%00.js', '/missing.js', '/assets', '/assets/', '/package.json', '/console.key'])('answers %s with 404', async (rawPath) => {
    expect((await get((await openConsole()).port, rawPath)).status).toBe(404);
  });

  it('answers other methods with 405', async () => {
    const { url } = await openConsole();
    expect((await fetch(`${url}/assets/main-1a2b.js`, { method: 'DELETE' })).status).toBe(405);
  });

  it('answers a foreign Host with 401, whatever it asks for', async () => {
    const { port } = await openConsole();
    for (const host of ['shop.example', `shop.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, `127.0.0.1.shop.example:${port}`]) {
      expect((await get(port, '/', { host })).status, host).toBe(401);
      expect((await get(port, '/session', { host })).status, host).toBe(401);
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) expect((await get(port, '/', { host })).status, host).toBe(200);
  });

  it('never finds a file outside its folder', () => {
    const folder = path.resolve('/srv/page');
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', 'a', 'b.js', '%00', '%', 'C:', '.html');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = findPageFile(folder, `/${parts.join('')}`);
        if (found !== null) expect(path.relative(folder, path.resolve(found.file)).split(path.sep)[0]).not.toBe('..');
      }),
      { numRuns: 2000 },
    );
  });
});
