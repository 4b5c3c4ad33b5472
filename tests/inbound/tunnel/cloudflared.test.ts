import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCloudflaredTunnel } from '../../../electron/inbound/tunnel/cloudflared-tunnel.ts';
import { installFake } from '../../support/fakes/install-fake.ts';
import { runs, watchTunnel } from '../../support/fakes/watch-tunnel.ts';
import { until } from '../../support/until.ts';

const TOKEN = 'eyJhIjoiMDAwMCIsInQiOiIxMTExIiwicyI6IjIyMjIifQ==';
type Saw = { pid: number; argv: string[]; token: string; leaked: string[] };

function start(scene: string, over: Partial<Parameters<typeof createCloudflaredTunnel>[0]> = {}, variables: Record<string, string> = {}) {
  const fake = installFake('cloudflared', { FAKE: scene, SHOPBELL_APP_SECRET: 'x', TUNNEL_LOGLEVEL: 'fatal', ...variables });
  const logged: string[] = [];
  const tunnel = createCloudflaredTunnel({
    token: TOKEN,
    path: '',
    hostname: '',
    machine: fake.machine,
    now: Date.now,
    random: () => 0,
    log: (line) => logged.push(line),
    pauses: { connect: 4_000, rules: 150, look: 100 },
    ...over,
  });
  const saw = (): Saw[] =>
    readFileSync(fake.saw, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Saw);
  return { tunnel, saw, fake, ...watchTunnel(tunnel) };
}

describe.skipIf(process.platform === 'win32')('a Cloudflare tunnel by the installed cloudflared', () => {
  it('stands at the hostname that leads here, with the token in the environment alone, and ends with all that it started', async () => {
    const { tunnel, states, saw } = start('stands');
    await until('the tunnel', () => tunnel.state.state === 'up');
    expect(tunnel.state).toMatchObject({ state: 'up', url: 'https://bell.shop.example' });
    expect(states()).toEqual(['connecting', 'up']);
    const [run] = saw();
    expect(run?.token).toBe(TOKEN);
    expect(run?.argv.join(' ')).not.toContain(TOKEN);
    expect(run?.argv).toEqual(expect.arrayContaining(['tunnel', '--no-autoupdate', 'run', '--url', 'http://127.0.0.1:8787']));
    expect(run?.leaked, 'nothing of the shop’s, and nothing that would change what is asked for').toEqual([]);
    await tunnel.stop();
    expect(tunnel.state).toEqual({ state: 'off' });
    expect(runs(run?.pid ?? 0)).toBe(false);
  });

  it('is ended although it does not want to', async () => {
    const { tunnel, saw } = start('stubborn');
    await until('the tunnel', () => tunnel.state.state === 'up');
    await tunnel.stop();
    await until('its end', () => !runs(saw()[0]?.pid ?? 0));
  });

  it('is started again when it dies', async () => {
    const { tunnel, states, saw } = start('dies');
    await until('a second one', () => saw().length === 2 && tunnel.state.state === 'up');
    expect(states().slice(0, 5)).toEqual(['connecting', 'up', 'down', 'connecting', 'up']);
  });

  it('is started again when it lives and answers nothing any more', async () => {
    const { tunnel, told, saw } = start('falls-silent');
    await until('a second one', () => saw().length === 2);
    expect(told[2]).toMatchObject({ state: 'down', reason: 'tunnel-network' });
    expect(runs(saw()[0]?.pid ?? 0), 'the dead one is gone').toBe(false);
    await tunnel.stop();
  });

  it('is down while none of its connections stands, and up by itself when one does again', async () => {
    const { tunnel, told, states, saw } = start('loses-all', { pauses: { connect: 4_000, rules: 150, look: 300 } });
    await until('that it mends itself', () => states().join().endsWith('up,down,up'));
    expect(told.find(({ state }) => state === 'down')).toMatchObject({ reason: 'tunnel-network' });
    expect(saw()).toHaveLength(1);
    await tunnel.stop();
  });

  it('gives up one that says nothing, and leaves none behind', async () => {
    const { tunnel, states, saw } = start('hangs', { pauses: { connect: 1_500, rules: 150, look: 100 } });
    await until('a second try', () => saw().length === 2);
    expect(states()).toEqual(['connecting', 'down', 'connecting']);
    await until('the end of the first', () => !runs(saw()[0]?.pid ?? 0));
    await tunnel.stop();
    await until('the end of the second', () => !runs(saw()[1]?.pid ?? 0));
  });

  it.each(['bad-token', 'refused'])('needs a person where the token is refused (%s), and never repeats it', async (scene) => {
    const { tunnel, told } = start(scene);
    await until('the refusal', () => tunnel.state.state === 'failed');
    expect(tunnel.state).toMatchObject({ reason: 'tunnel-token' });
    expect(JSON.stringify(told)).not.toContain(TOKEN);
  });

  it('tries again without a network, in its own words', async () => {
    const { told } = start('no-network');
    await until('the second try', () => told.length > 2);
    expect(told[1]).toMatchObject({ state: 'down', reason: 'tunnel-network', details: expect.stringContaining('argotunnel.com') });
  });

  it('stands where the router lets no UDP out', async () => {
    const { tunnel, states } = start('no-udp');
    await until('the tunnel', () => tunnel.state.state === 'up');
    expect(states()).toEqual(['connecting', 'up']);
  });

  it('says where the hostname leads instead', async () => {
    const { tunnel, told } = start('stands', {}, { FAKE_SERVICE: 'http://localhost:3000' });
    await until('the answer', () => tunnel.state.state === 'down');
    expect(told[1]).toMatchObject({ reason: 'tunnel-domain', details: 'bell.shop.example → http://localhost:3000, not http://localhost:8787' });
    await tunnel.stop();
  });

  it('follows a hostname that is changed at Cloudflare while it stands', async () => {
    const { tunnel, saw } = start('moves');
    await until('the new address', () => tunnel.state.state === 'up' && tunnel.state.url === 'https://orders.shop.example');
    expect(saw()).toHaveLength(1);
  });

  it('needs the hostname from the shop where Cloudflare tells none', async () => {
    const without = start('no-rules');
    await until('the answer', () => without.tunnel.state.state === 'down');
    expect(without.told[1]).toMatchObject({ reason: 'tunnel-domain' });
    const given = start('no-rules', { hostname: 'https://Bell.Shop.example/' });
    await until('the tunnel', () => given.tunnel.state.state === 'up');
    expect(given.tunnel.state).toMatchObject({ url: 'https://bell.shop.example' });
  });

  it('needs a person where the program is not installed, or not where the settings say', async () => {
    const missing = start('stands', { machine: { platform: process.platform, environment: { PATH: '/nowhere' } } });
    await until('the answer', () => missing.tunnel.state.state === 'failed');
    expect(missing.tunnel.state).toMatchObject({ reason: 'program-missing', details: 'cloudflared' });
    const elsewhere = start('stands', { path: '/nowhere/cloudflared' });
    await until('the answer', () => elsewhere.tunnel.state.state === 'failed');
    expect(elsewhere.tunnel.state).toMatchObject({ reason: 'program-missing', details: '/nowhere/cloudflared' });
    const given = start('stands');
    const byPath = start('stands', {
      path: path.dirname(given.fake.file),
      machine: { ...given.fake.machine, environment: { ...given.fake.machine.environment, PATH: '' } },
    });
    await until('the tunnel', () => byPath.tunnel.state.state === 'up');
  });
});
