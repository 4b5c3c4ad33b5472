import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeld } from '../../electron/read-held.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import { createEffectiveSettings } from '../../electron/settings/effective-settings.ts';
import { SECRET_VARIABLES, SETTING_VARIABLES } from '../../electron/settings/environment-variables.ts';
import { createFileSettings } from '../../electron/settings/file-settings.ts';
import { createSecretFile } from '../../electron/settings/secret-file.ts';
import { StartError } from '../../electron/start-error.ts';
import { SECRET_NAMES, type Settings, settingsView } from '../../shared/contract/settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const T = Date.UTC(2026, 10, 25, 9);

function open(environment: Record<string, string | undefined> = {}, dataFolder = temporaryFolder()) {
  const log: string[] = [];
  const settings = createEffectiveSettings({
    store: createFileSettings({ dataFolder, log: (line) => log.push(line) }),
    secrets: createSecretFile(path.join(dataFolder, 'secrets.json'), (line) => log.push(line)),
    environment,
    dataFolder,
    now: () => T,
  });
  return { settings, dataFolder, log };
}

describe('effective settings', () => {
  it('begins with nothing real, nothing missing and the defaults', () => {
    const { settings } = open();
    expect(settings.anythingReal()).toBe(false);
    expect(settings.view().missing).toEqual([]);
    expect(settingsView.parse(settings.view())).toEqual(settings.view());
  });

  it('lets the environment beat what is stored, says so, and leaves it alone when saving', () => {
    const { settings, dataFolder } = open({ SHOPBELL_SHOP_NAME: 'From outside' });
    expect(settings.save({ shopName: 'From the page', bellVolume: 10 })).toEqual(['shopName']);
    expect(settings.values()).toMatchObject({ shopName: 'From outside', bellVolume: 10 });
    expect(settings.view().fixed).toEqual({ shopName: 'SHOPBELL_SHOP_NAME' });
    expect(open({}, dataFolder).settings.values()).toMatchObject({ shopName: '', bellVolume: 10 });
  });

  it.each([
    [{ SHOPBELL_PUBLIC_URL: 'https://shop.example' }, 'own', 'SHOPBELL_PUBLIC_URL'],
    [{ SHOPBELL_NGROK_TOKEN: 'abc' }, 'ngrok', 'SHOPBELL_NGROK_TOKEN'],
    [{ SHOPBELL_NGROK_TOKEN: 'abc', SHOPBELL_PUBLIC_URL: 'https://shop.example' }, 'own', 'SHOPBELL_PUBLIC_URL'],
    [{ SHOPBELL_NGROK_TOKEN: 'abc', SHOPBELL_TUNNEL: 'none' }, 'none', 'SHOPBELL_TUNNEL'],
  ])('takes the tunnel that %j means', (environment, tunnel, variable) => {
    const { settings } = open(environment);
    expect(settings.values().tunnel).toBe(tunnel);
    expect(settings.view().fixed['tunnel']).toBe(variable);
    expect(settings.anythingReal()).toBe(false);
  });

  it.each(['SHOPBELL_APP_SECRET', 'SHOPBELL_VERIFY_TOKEN', 'SHOPBELL_ACCESS_TOKEN', 'SHOPBELL_ONPREM_SECRET', 'SHOPBELL_PHONE_NUMBER_ID'])(
    'is real once %s is set, and says what is missing',
    (variable) => {
      const { settings } = open({ [variable]: '12345' });
      expect(settings.anythingReal()).toBe(true);
      expect(settings.view().missing.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('is real with another Graph address, however the usual one is spelled', () => {
    expect(open({ SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9' }).settings.anythingReal()).toBe(true);
    expect(open({ SHOPBELL_GRAPH_URL: 'https://graph.facebook.com/' }).settings.anythingReal()).toBe(false);
  });

  it('counts an empty variable as not set', () => {
    const empty = Object.fromEntries([...Object.keys(SETTING_VARIABLES), ...Object.values(SECRET_VARIABLES)].map((name) => [name, ' ']));
    const { settings } = open(empty);
    expect(settings.anythingReal()).toBe(false);
    expect(settings.view().fixed).toEqual({});
  });

  it('names a variable that cannot be used, and never its value', () => {
    const strict = ['SHOPBELL_PHONE_NUMBER_ID', 'SHOPBELL_GRAPH_URL', 'SHOPBELL_GRAPH_VERSION', 'SHOPBELL_TUNNEL', 'SHOPBELL_TIME_ZONE', 'SHOPBELL_PUBLIC_URL'];
    fc.assert(
      fc.property(fc.constantFrom(...strict), fc.stringMatching(/^EAAB[a-z]{12,20}$/), (variable, value) => {
        const failure = catchError(() => createEffectiveSettings({ ...memory(), environment: { [variable]: value }, dataFolder: '/', now: () => 1 }));
        expect(failure).toBeInstanceOf(StartError);
        expect(failure?.message).toContain(variable);
        expect(failure?.message).not.toContain(value);
      }),
    );
  });

  it('keeps secrets apart from settings, tells the page only that they are set, and forgets an empty one', async () => {
    const { settings, dataFolder } = open();
    let changes = 0;
    const end = settings.onChange(() => (changes += 1));
    await settings.setSecret('accessToken', ' EAAB-secret\n');
    settings.save({ shopName: 'Corner' });
    end();
    expect(changes).toBe(2);
    expect(settings.secret('accessToken')).toBe('EAAB-secret');
    expect(JSON.stringify(settings.view())).not.toContain('EAAB-secret');
    expect(settings.view().secrets.accessToken).toEqual({ set: true, source: { from: 'stored' } });
    expect(readFileSync(path.join(dataFolder, 'settings.json'), 'utf8')).not.toContain('EAAB-secret');
    expect(statSync(path.join(dataFolder, 'settings.json')).mode & 0o777).toBe(0o600);
    expect(open({}, dataFolder).settings.secret('accessToken')).toBe('EAAB-secret');
    await settings.setSecret('accessToken', '');
    expect(open({}, dataFolder).settings.secret('accessToken')).toBeNull();
  });

  it('takes a tunnel’s token or the shop’s own address as the choice of that tunnel, and a port as a number', () => {
    const chosen = (environment: Record<string, string>) => open(environment).settings.view();
    expect(chosen({ SHOPBELL_CLOUDFLARED_TOKEN: 'x' })).toMatchObject({ values: { tunnel: 'cloudflared' }, fixed: { tunnel: 'SHOPBELL_CLOUDFLARED_TOKEN' } });
    expect(chosen({ SHOPBELL_CLOUDFLARED_TOKEN: 'x', SHOPBELL_TUNNEL: 'ngrok' }).values.tunnel).toBe('ngrok');
    expect(chosen({ SHOPBELL_CLOUDFLARED_TOKEN: 'x', SHOPBELL_PUBLIC_URL: 'https://shop.example' }).values.tunnel).toBe('own');
    expect(chosen({ SHOPBELL_FUNNEL_PORT: '8443' }).values.funnelPort).toBe(8443);
    expect(() => chosen({ SHOPBELL_FUNNEL_PORT: '8080' })).toThrow('SHOPBELL_FUNNEL_PORT');
    expect(() => chosen({ SHOPBELL_CLOUDFLARED_HOSTNAME: 'https://shop.example/' })).toThrow('SHOPBELL_CLOUDFLARED_HOSTNAME');
  });

  it('wants a new tunnel for whatever one is made by, and for nothing else', async () => {
    const { settings } = open({ SHOPBELL_APP_SECRET: 'x' });
    const seen = new Set([readHeld(settings).tunnel]);
    const changes: Partial<Settings>[] = [
      { tunnel: 'cloudflared' },
      { publicUrl: 'https://shop.example' },
      { ngrokDomain: 'shop.ngrok.app' },
      { cloudflaredPath: '/opt/cloudflared' },
      { cloudflaredHostname: 'bell.shop.example' },
      { tailscalePath: '/opt/tailscale' },
      { funnelPort: 8443 },
    ];
    for (const change of changes) {
      settings.save(change);
      seen.add(readHeld(settings).tunnel);
    }
    for (const secret of ['ngrokToken', 'cloudflaredToken'] as const) {
      await settings.setSecret(secret, 'x');
      seen.add(readHeld(settings).tunnel);
    }
    expect(seen.size).toBe(1 + changes.length + 2);
    settings.save({ bellVolume: 3 });
    await settings.setSecret('accessToken', 'x');
    seen.add(readHeld(settings).tunnel);
    expect(seen.size).toBe(1 + changes.length + 2);
  });

  it('names the time zone in force, and the computer’s own, by their IANA names', () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(open({}).settings.view()).toMatchObject({ zone: own, computerZone: own });
    expect(open({ SHOPBELL_TIME_ZONE: 'Asia/Tokyo' }).settings.view()).toMatchObject({ zone: 'Asia/Tokyo', computerZone: own });
    const { settings } = open({});
    settings.save({ timeZone: 'Mars/Base' });
    expect(settings.view()).toMatchObject({ zone: own });
  });

  it('takes each secret from its variable, and says which', () => {
    for (const name of SECRET_NAMES) {
      const { settings } = open({ [SECRET_VARIABLES[name]]: 'x' });
      expect(settings.secret(name)).toBe('x');
      expect(settings.view().secrets[name]).toEqual({ set: true, source: { from: 'environment', variable: SECRET_VARIABLES[name] } });
    }
  });
});

function memory() {
  const store = { read: defaultSettings, write: () => undefined };
  return { store, secrets: { kept: 'memory' as const, get: () => null, set: async () => undefined } };
}

function catchError(run: () => void): Error | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
