import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTailscaleFunnel } from '../../../electron/inbound/tunnel/tailscale-funnel.ts';
import { installFake } from '../../support/fakes/install-fake.ts';
import { runs, watchTunnel } from '../../support/fakes/watch-tunnel.ts';
import { until } from '../../support/until.ts';

type Saw = { pid: number; argv: string[]; leaked: string[] };

function start(scene: string, over: Partial<Parameters<typeof createTailscaleFunnel>[0]> = {}) {
  const fake = installFake('tailscale', { FAKE: scene, SHOPBELL_APP_SECRET: 'x' });
  const tunnel = createTailscaleFunnel({
    path: '',
    port: 443,
    machine: fake.machine,
    now: Date.now,
    random: () => 0,
    log: (line) => expect.fail(line),
    pauses: { connect: 4_000, ask: 4_000, look: 300, explain: 300 },
    ...over,
  });
  const saw = (): Saw[] =>
    readFileSync(fake.saw, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Saw);
  const funnels = () => saw().filter(({ argv }) => argv[0] === 'funnel' && argv[1] !== 'status');
  return { tunnel, saw, funnels, fake, open: () => existsSync(`${fake.saw}.open`), ...watchTunnel(tunnel) };
}

describe.skipIf(process.platform === 'win32')('Tailscale Funnel by the installed tailscale', () => {
  it.each([
    [443, 'https://bell.tail0000.ts.net'],
    [8443, 'https://bell.tail0000.ts.net:8443'],
  ])('stands at the tailnet’s own name (port %d), and takes itself back', async (port, url) => {
    const { tunnel, states, funnels, open, saw } = start('stands', { port });
    await until('the funnel', () => tunnel.state.state === 'up');
    expect(tunnel.state).toMatchObject({ url });
    expect(funnels()[0]?.argv).toEqual(['funnel', `--https=${port}`, 'http://127.0.0.1:8787']);
    expect(saw().flatMap(({ leaked }) => leaked)).toEqual([]);
    expect(open()).toBe(true);
    await tunnel.stop();
    expect(open()).toBe(false);
    expect(states()).toEqual(['connecting', 'up', 'off']);
    expect(runs(funnels()[0]?.pid ?? 0)).toBe(false);
  });

  it('is opened again when it dies', async () => {
    const { tunnel, funnels } = start('dies');
    await until('a second one', () => funnels().length === 2 && tunnel.state.state === 'up');
  });

  it('is down while Tailscale itself is offline', async () => {
    const { tunnel, fake, funnels } = start('stands');
    await until('the funnel', () => tunnel.state.state === 'up');
    writeFileSync(`${fake.saw}.offline`, '');
    await until('the cut', () => tunnel.state.state === 'down');
    rmSync(`${fake.saw}.offline`);
    await until('the mending', () => tunnel.state.state === 'up');
    expect(funnels()).toHaveLength(1);
  });

  it.each([
    ['logged-out', 'funnel-off', 'NeedsLogin'],
    ['not-allowed', 'funnel-off', 'https://login.tailscale.com/f/funnel?node=nTEST'],
    ['no-attribute', 'funnel-off', 'Funnel not available; "funnel" node attribute not set.'],
    ['denied', 'funnel-off', 'sudo tailscale set --operator=$USER'],
    ['taken', 'tunnel-domain', 'background configuration already exists'],
  ])('needs a person where it is %s', async (scene, reason, details) => {
    const { tunnel, funnels } = start(scene);
    await until('the answer', () => tunnel.state.state === 'failed');
    expect(tunnel.state).toMatchObject({ reason, details: expect.stringContaining(details) });
    await tunnel.stop();
    await until('that nothing is left', () => funnels().every(({ pid }) => !runs(pid)));
  });

  it.each([
    ['switched-off', 'funnel-off', 'Stopped'],
    ['starting', 'tunnel-network', 'Starting'],
    ['no-daemon', 'tunnel-network', "it doesn't appear to be running"],
  ])('tries again where it is %s', async (scene, reason, details) => {
    const { told } = start(scene);
    await until('the second try', () => told.length > 2);
    expect(told[1]).toMatchObject({ state: 'down', reason, details: expect.stringContaining(details) });
  });

  it('uses the one that somebody has opened for good to this port, and leaves it', async () => {
    const { tunnel, funnels } = start('taken-for-us');
    await until('the funnel', () => tunnel.state.state === 'up');
    await tunnel.stop();
    expect(funnels()).toHaveLength(1);
  });

  it('gives up a tailscale that does not answer, and leaves none behind', async () => {
    const { tunnel, told, saw } = start('hangs', { pauses: { connect: 500, ask: 1_500, look: 300, explain: 100 } });
    await until('the end of the wait', () => told.length > 1);
    expect(told[1]).toMatchObject({ state: 'down', reason: 'tunnel-network' });
    await tunnel.stop();
    await until('that nothing is left', () => saw().every(({ pid }) => !runs(pid)));
  });

  it('needs a person where it is not installed', async () => {
    const { tunnel } = start('stands', { machine: { platform: process.platform, environment: { PATH: '/nowhere' } } });
    await until('the answer', () => tunnel.state.state === 'failed');
    expect(tunnel.state).toMatchObject({ reason: 'program-missing', details: 'tailscale' });
  });
});
