import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackUrl } from '../../../electron/inbound/tunnel/callback-url.ts';
import { createTunnel } from '../../../electron/inbound/tunnel/create-tunnel.ts';
import { readOwnAddress } from '../../../electron/inbound/tunnel/own-address.ts';
import { defaultSettings } from '../../../electron/settings/default-settings.ts';
import type { Settings } from '../../../shared/contract/settings.ts';

describe('my own public address', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    [' https://shop.example:8443/ ', 'https://shop.example:8443'],
    ['https://shop.example/bell/?a=1#b', 'https://shop.example/bell'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['http://shop.example', null],
    ['http://127.0.0.1.shop.example', null],
    ['https://me:pass@shop.example', null],
    ['ftp://shop.example', null],
    ['shop.example', null],
    ['', null],
  ])('%s is read as %s', (text, address) => {
    expect(readOwnAddress(text)).toBe(address);
  });

  it('is refused or leads to one https webhook address, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https'], withFragments: true, withQueryParameters: true })), (text) => {
        const address = readOwnAddress(text);
        if (address === null) return;
        expect(readOwnAddress(address)).toBe(address);
        expect(callbackUrl(address)).toMatch(/^https:\/\/[^/]+\/([^?#]*\/)?webhook$/);
      }),
    );
  });

  it('gives the address to be entered at Meta', () => {
    expect(callbackUrl('https://shop.example')).toBe('https://shop.example/webhook');
    expect(callbackUrl('https://shop.example/bell/')).toBe('https://shop.example/bell/webhook');
    expect(callbackUrl('https://shop.example/webhook')).toBe('https://shop.example/webhook');
  });
});

describe('a tunnel as the settings ask for it', () => {
  const make = (settings: Partial<Settings>) =>
    createTunnel({
      settings: { ...defaultSettings(), ...settings },
      ngrokToken: null,
      cloudflaredToken: null,
      machine: { platform: 'linux', environment: { PATH: '/nowhere' } },
      version: '0',
      now: () => 7,
      random: () => 0,
      log: (line) => expect.fail(line),
    });
  const target = { host: '127.0.0.1', port: 1 };

  it.each([
    [{ tunnel: 'none' as const }, { state: 'off' }],
    [
      { tunnel: 'own' as const, publicUrl: 'https://shop.example/' },
      { state: 'up', url: 'https://shop.example', since: 7 },
    ],
    [
      { tunnel: 'own' as const, publicUrl: '' },
      { state: 'failed', reason: 'tunnel-address', details: null },
    ],
    [{ tunnel: 'ngrok' as const }, { state: 'failed', reason: 'tunnel-token', details: null }],
    [{ tunnel: 'cloudflared' as const }, { state: 'failed', reason: 'tunnel-token', details: null }],
  ])('%j begins as %j', async (settings, state) => {
    const tunnel = make(settings);
    const told: unknown[] = [];
    const end = tunnel.subscribe((next) => told.push(next));
    expect(tunnel.state).toEqual({ state: 'off' });
    tunnel.start(target);
    expect(tunnel.state).toEqual(state);
    await tunnel.stop();
    expect(tunnel.state).toEqual({ state: 'off' });
    end();
    expect(told).toEqual(settings.tunnel === 'none' ? [] : [state, { state: 'off' }]);
  });
});
